"""Making the outcome from the themes, and the follow-up from the answers, as drafts that people go on writing."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.accounts.models import User
from participation.choices import AnswerKind
from participation.feedback.actions.checks import FeedbackRefused, lock_dialogue, require_sorter
from participation.feedback.actions.drafts import draft_of, require_editor
from participation.feedback.log import record
from participation.models import Commitment, DialoguePage, FollowUpPage, OutcomeItem, OutcomePage, Theme

TITLE_MAX = 255


@transaction.atomic
def make_outcome(dialogue: DialoguePage, by: User) -> OutcomePage:
    """The outcome of a dialogue as a draft, with one answer to write for each theme.

    Where there is an outcome, answers for new themes are added to its draft; nothing else in it changes.
    """
    page = lock_dialogue(dialogue)
    require_sorter(by, page)
    themes = list(page.themes.all())
    if not themes and page.contributions.needing_answer().exists():
        raise FeedbackRefused(_("Sort the contributions into themes first: the outcome answers each theme."))
    outcome = draft_of(OutcomePage, page) or _new_child(OutcomePage, page, by)
    answered = {item.theme_id for item in outcome.items.all()}
    new = [_answer_to(theme, page) for theme in themes if theme.pk not in answered]
    if new:
        require_editor(outcome, by)
        _append(outcome, "items", new, by)
        record(page, by, "make_outcome", count=len(new))
    return outcome


@transaction.atomic
def make_follow_up(dialogue: DialoguePage, by: User) -> FollowUpPage:
    """The follow-up of a dialogue as a draft, with a commitment to fill in for each answer that changed something.

    Where there is a follow-up, commitments for new answers are added to its draft. Refused without an outcome.
    """
    page = lock_dialogue(dialogue)
    require_sorter(by, page)
    outcome = _answering(page)
    follow_up = draft_of(FollowUpPage, page) or _new_child(FollowUpPage, page, by)
    followed = {commitment.theme_id for commitment in follow_up.commitments.all()}
    kept = [item for item in outcome.items.all() if item.answer in (AnswerKind.CHANGED, AnswerKind.PARTLY)]
    new = [_commitment_from(item, page) for item in kept if item.theme_id not in followed]
    if new:
        require_editor(follow_up, by)
        _append(follow_up, "commitments", new, by)
        record(page, by, "make_follow_up", count=len(new))
    return follow_up


def _answering(page: DialoguePage) -> OutcomePage:
    """The page that answers: the published one; a draft only while nothing is published."""
    published = OutcomePage.objects.child_of(page).filter(live=True).first()
    outcome = published or draft_of(OutcomePage, page)
    if outcome is None:
        raise FeedbackRefused(_("Make the outcome first: commitments come from its answers."))
    return outcome


def _answer_to(theme: Theme, page: DialoguePage) -> OutcomeItem:
    return OutcomeItem(theme=theme, heading=theme.title, said=theme.summary, locale=page.locale)


def _commitment_from(item: OutcomeItem, page: DialoguePage) -> Commitment:
    """A commitment drafted from an answer: what and who are proposals; by when is left for a person to promise."""
    return Commitment(what=item.heading, who=str(page.administration or ""), theme_id=item.theme_id, locale=page.locale)


def _new_child(model: type[OutcomePage] | type[FollowUpPage], page: DialoguePage, by: User) -> Any:
    if not page.permissions_for_user(by).can_add_subpage():
        raise FeedbackRefused(_("You may not add pages below this dialogue."))
    with override(settings.LANGUAGE_CODE):
        name = str(_("Outcome") if model is OutcomePage else _("Follow-up"))
    child = model(title=f"{name}: {page.title}"[:TITLE_MAX], slug=_free_slug(page, slugify(name)), locale=page.locale, owner=by, live=False)
    page.add_child(instance=child)
    child.save_revision(user=by)
    return child


def _free_slug(page: DialoguePage, wanted: str) -> str:
    taken = set(page.get_children().values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(slug for slug in numbered if slug not in taken)


def _append(draft: OutcomePage | FollowUpPage, relation: str, new: list[Any], by: User) -> None:
    """Add rows to the draft only: a commitment without a day may not be stored, and a draft may lack it."""
    rows = [*getattr(draft, relation).all(), *new]
    for place, row in enumerate(rows):
        row.sort_order = place
    setattr(draft, relation, rows)
    draft.has_unpublished_changes = True
    draft.save_revision(user=by)
