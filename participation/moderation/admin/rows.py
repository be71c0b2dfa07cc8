"""Contributions as staff see them: read in few queries, with what each still waits for."""

from django.db.models import F, Prefetch
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from cms.people import Person
from participation.choices import ContributionState
from participation.models import Contribution, DialoguePage, HideProposal, ModerationDecision, Report, SecondLook
from participation.models.contribution import ContributionQuerySet
from participation.moderation.rules import HIDING

EXCERPT = 140  # characters
WHOLE = 700


def contributions_of(person: Person, *actions: str) -> ContributionQuerySet:
    """The contributions that a person may do something with; `view` unless said otherwise."""
    return policy_registry.get_by_type(Contribution).instances_user_has_any_permission_for(person, actions or ("view",))


def with_what_staff_see(rows: ContributionQuerySet) -> ContributionQuerySet:
    """Adds all that a line of a list shows: the dialogue, the thread, themes, the mark, and what is open about it."""
    dialogues = DialoguePage.objects.annotate(last_editor_id=F("latest_revision__user_id"))
    return rows.select_related("thread_root", "no_answer_needed", "reply_to__participant").prefetch_related(
        Prefetch("dialogue", queryset=dialogues),
        "themes",
        Prefetch("reports", queryset=Report.objects.filter(handled_at=None), to_attr="open_reports"),
        Prefetch("second_looks", queryset=SecondLook.objects.filter(decided_at=None), to_attr="open_looks"),
        Prefetch(
            "hide_proposals", queryset=HideProposal.objects.filter(decided_at=None).select_related("proposed_by"), to_attr="open_proposals"
        ),
        Prefetch("moderation_decisions", queryset=ModerationDecision.objects.filter(verb__in=HIDING), to_attr="hidings"),
    )


def excerpt(contribution: Contribution) -> str:
    """The beginning of the text; words in its place where the one who wrote it withdrew it."""
    text = " ".join(contribution.text.split())
    return Truncator(text).chars(EXCERPT) if text else _("(withdrawn: the text is among the earlier texts)")


def whole_text(contribution: Contribution) -> str:
    """The text as a moderator reads it in the queue: whole, unless it is very long."""
    return Truncator(contribution.text).chars(WHOLE) if contribution.text else excerpt(contribution)


def answer_status(contribution: Contribution) -> str:
    """Where its answer comes from; empty where it lies in themes, which say it themselves."""
    if contribution.is_official:
        return _("an official answer")
    if contribution.themes.all():
        return ""
    if getattr(contribution, "no_answer_needed", None):
        return _("needs no answer")
    if contribution.state != ContributionState.PUBLISHED:
        return ""
    root = contribution.thread_root
    if root is not None and root.state == ContributionState.PUBLISHED:
        return _("goes with its thread")
    return _("needs an answer")
