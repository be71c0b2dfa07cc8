"""What a member of staff can do with one contribution now, as buttons."""

from dataclasses import dataclass

from django.utils.functional import Promise
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from cms import clock
from cms.accounts.models import User
from participation.contributions.rules import Permission, can_answer_officially, can_moderate, can_reply_to, can_sort
from participation.models import Contribution
from participation.moderation.admin.addresses import action_url, admin_url
from participation.moderation.admin.bulk import ContributionBulkAction
from participation.moderation.admin.second_person_actions import DECISIONS, ConfirmHidingAction, LookAgainAction
from participation.registry import get_method


@dataclass(frozen=True)
class Button:
    """A link to an action that asks before it does anything."""

    label: str | Promise
    url: str
    serious: bool = False
    action: str = ""


def buttons_for(contribution: Contribution, person: User) -> list[Button]:
    """The actions that would change something and that the person may take."""
    allowed = {"moderate": can_moderate(person, contribution.dialogue), "sort": can_sort(person, contribution.dialogue)}
    back = admin_url(contribution)
    return [
        Button(
            action.label_for(contribution),
            action_url(action.action_type, contribution, back=back),
            "serious" in action.classes,
            action.action_type,
        )
        for action in registered_actions()
        if allowed[action.right] and not action.why_not(contribution, person)
    ]


def registered_actions() -> list[type[ContributionBulkAction]]:
    """What can be done with contributions, whichever package registered it with Wagtail, in the order of registration."""
    known = bulk_action_registry.get_bulk_actions_for_model(Contribution._meta.app_label, Contribution._meta.model_name)
    return [action for action in known if issubclass(action, ContributionBulkAction)]


def queue_buttons(contribution: Contribution, person: User, back: str) -> list[Button]:
    """The actions in a line of the queue, where every row may be moderated: what decides, and leads back to the queue."""
    return [
        Button(action.label_for(contribution), action_url(action.action_type, contribution, back=back), action=action.action_type)
        for action in DECISIONS
        if not action.why_not(contribution, person)
    ]


def queue_notes(contribution: Contribution, person: User) -> list[str | Promise]:
    """Why what it waits for is for another person."""
    waits = [LookAgainAction, ConfirmHidingAction]
    return [words for action in waits if not action.stays(contribution) and (words := action.why_not(contribution, person))]


def may_reply(contribution: Contribution, person: User) -> Permission:
    """Whether the person may answer it officially, in its thread."""
    verb, dialogue = reply_verb(contribution), contribution.dialogue
    if verb is None or not can_reply_to(contribution, dialogue):
        return Permission(False)
    return can_answer_officially(person, dialogue, contribution, clock.now(), f"{contribution.method}.{verb}")


def reply_verb(contribution: Contribution) -> str | None:
    """What people do with the contribution's method: its first right. None while the method's plugin is off."""
    method = get_method(contribution.method)
    return next(iter(method.rights), None) if method else None
