"""What every action on themes and answers asks first: the right person, rows of one dialogue, a fresh lock."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.refusals import ActionRefused
from cms.text.receipt_codes import show_code
from participation.contributions.rules import can_sort
from participation.models import Contribution, Decision, DialoguePage, Theme

NAMED_AT_MOST = 5


class FeedbackRefused(ActionRefused):
    """An action on themes, decisions or answers says no, in the reader's language."""


def require_sorter(by: User, dialogue: DialoguePage) -> None:
    """Refuse a person who may not edit the dialogue: only its editors sort and answer."""
    if not can_sort(by, dialogue):
        raise FeedbackRefused(_("You may not sort the contributions of this dialogue."))


def lock_dialogue(dialogue: DialoguePage) -> DialoguePage:
    """The canonical dialogue, locked: themes and drafts of one dialogue are made one after the other."""
    return DialoguePage.objects.select_for_update(of=("self",)).get(pk=dialogue.canonical.pk)


def lock_theme(theme: Theme) -> Theme:
    """The theme, locked; refused when somebody has deleted or merged it meanwhile."""
    row = Theme.objects.select_for_update(of=("self",)).select_related("dialogue").filter(pk=theme.pk).first()
    if row is None:
        raise FeedbackRefused(_("The theme “%(theme)s” is no longer there. Somebody may have merged it.") % {"theme": theme.title})
    return row


def lock_decision(decision: Decision) -> Decision:
    """The decision, locked; refused when somebody has deleted it meanwhile."""
    row = Decision.objects.select_for_update(of=("self",)).select_related("dialogue", "body").filter(pk=decision.pk).first()
    if row is None:
        raise FeedbackRefused(_("The decision is no longer there."))
    return row


def lock_contributions(contributions: Iterable[Contribution]) -> list[Contribution]:
    """Contributions as they are now, locked in one order, each once."""
    pks = {contribution.pk for contribution in contributions}
    return list(Contribution.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk"))


def require_same_dialogue(contributions: Iterable[Contribution], dialogue: DialoguePage) -> None:
    """Refuse contributions of another dialogue than the theme's; one foreign row refuses them all."""
    if any(contribution.dialogue_id != dialogue.pk for contribution in contributions):
        raise FeedbackRefused(_("A theme holds contributions of its own dialogue only. Choose contributions of one dialogue."))


def codes_of(contributions: Iterable[Contribution]) -> list[str]:
    """Receipt codes as people see them."""
    return [show_code(contribution.receipt_code) for contribution in contributions]


def named(codes: list[str]) -> str:
    """The first codes, and that there are more."""
    return ", ".join(codes[:NAMED_AT_MOST]) + (" …" if len(codes) > NAMED_AT_MOST else "")
