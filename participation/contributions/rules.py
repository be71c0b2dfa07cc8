"""Questions about dialogues and contributions, without side effects. Each takes the instant it asks about."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import Participant
from cms.organisation.roles import Role, has_role, is_coordinator
from cms.people import Person
from cms.text.facts import with_facts
from participation.activities.rules import phases_with
from participation.choices import ContributionState, Publishing
from participation.contract import Subject
from participation.models import Contribution, DialoguePage
from participation.models.parts import Phase
from participation.registry import get_commentable, get_method, method_of

EDIT_WINDOW = timedelta(minutes=30)
EDIT_WINDOW_CLOSED = _("It can be changed for %(minutes)s minutes after it was sent. You can still withdraw it.")
MOST_LINKS = 2  # Discourse lets a newcomer post two links; more is mostly advertising
LINK = re.compile(r"(?:https?://|\bwww\.)\S+", re.IGNORECASE)


def open_phase(dialogue: DialoguePage, right: str, at: datetime, activity: Any = None) -> Phase | None:
    """The phase that opens a right now, or None; with an activity, only a phase that opens that one."""
    return next((phase for phase in phases_with(dialogue, right, activity) if phase.is_open(at)), None)


def may_do(dialogue: DialoguePage, right: str, at: datetime, activity: Any = None) -> "Permission":
    """What may be done now = an open phase's rights ∩ the method's; the one function behind every form.

    In an `activity` (its canonical page) only while it is public, and where it is tied to a phase only while that one is open.
    The answer is true or false, and says why it is false in the reader's language.
    """
    page = dialogue.canonical
    method_name, _dot, verb = right.partition(".")
    method = get_method(method_name)
    if method is None or verb not in method.rights:
        return Permission(False, _("This way to take part is not available."))
    if not page.live or page.is_record:
        return Permission(False, _("This dialogue does not take contributions."))
    if page.cancelled_on is not None:
        return Permission(False, _("This dialogue has been cancelled."))
    if activity is not None and not activity.live:
        return Permission(False, _("This is no longer published."))
    phase = open_phase(page, right, at, activity)
    if phase is not None:
        return Permission(True, phase=phase)
    return Permission(False, _closed_reason(page, right, at, activity))


@dataclass(frozen=True)
class Permission:
    """A yes or a no; a no has its reason, a yes may have the phase that opened the door."""

    allowed: bool
    reason: str | Promise = ""
    phase: Phase | None = None

    def __bool__(self) -> bool:
        return self.allowed


def _closed_reason(page: DialoguePage, right: str, at: datetime, activity: Any) -> str | Promise:
    phases = phases_with(page, right, activity)
    if not phases:
        return _("This dialogue is not open for that.")
    if at < phases[0].opens_at:
        return _("This has not opened yet.") if activity is not None else _("This dialogue has not opened yet.")
    if any(at < phase.opens_at for phase in phases):
        return _("This is closed between two phases and opens again.")
    if activity is not None:
        return _("This has closed. You can still write to the contact on the dialogue's page.")
    return _("This dialogue has closed. You can still write to the contact on its page.")


def can_edit(contribution: Contribution, participant: Participant | None, at: datetime) -> Permission:
    """Whether a contribution may be changed: by who wrote it, for a while, unless it was hidden, or published after review."""
    if not is_author(contribution, participant):
        return Permission(False, _("Only the one who wrote it can change it, from the same browser or account."))
    if contribution.state not in (ContributionState.PUBLISHED, ContributionState.PENDING):
        return Permission(False, _("It is no longer published."))
    if at >= contribution.received_at + EDIT_WINDOW:
        return Permission(False, with_facts(EDIT_WINDOW_CLOSED, minutes=EDIT_WINDOW // timedelta(minutes=1)))
    if contribution.state == ContributionState.PUBLISHED and contribution.dialogue.publishing == Publishing.BEFORE:
        return Permission(False, _("It has been reviewed and published, so it cannot be changed. You can withdraw it and write again."))
    return Permission(True)


def can_withdraw(contribution: Contribution, participant: Participant | None, at: datetime) -> Permission:
    """Whether a contribution may be withdrawn: by who wrote it, at any time."""
    if not is_author(contribution, participant):
        return Permission(False, _("Only the one who wrote it can withdraw it, from the same browser or account."))
    if contribution.state not in (ContributionState.PUBLISHED, ContributionState.PENDING):
        return Permission(False, _("It is no longer published."))
    return Permission(True)


def is_own(contribution: Contribution, participant: Participant | None) -> Permission:
    """Whether a participant wrote it."""
    if is_author(contribution, participant):
        return Permission(True)
    return Permission(False, _("Only the one who wrote it can change it, from the same browser or account."))


def can_reply_to(target: Contribution, dialogue: DialoguePage) -> Permission:
    """Whether a contribution can be answered: only one that stands published in the same dialogue."""
    if target.dialogue_id != dialogue.canonical.pk or target.state == ContributionState.PENDING:
        return Permission(False, _("The comment that you answer is not in this dialogue."))
    if target.state != ContributionState.PUBLISHED:
        return Permission(False, _("The comment that you answer is no longer published, so it cannot be answered."))
    return Permission(True)


def can_support(contribution: Contribution, participant: Participant | None, at: datetime) -> Permission:
    """Whether a contribution can be supported: a published one, while a phase opens it, by others than its writer."""
    if contribution.state != ContributionState.PUBLISHED:
        return Permission(False, _("It is no longer published."))
    if is_author(contribution, participant):
        return Permission(False, _("You wrote this yourself. Others can agree with it."))
    return may_do(contribution.dialogue, f"{contribution.method}.support", at)


def can_hang_on(subject: Subject, method_name: str) -> Permission:
    """Whether something given through a method may hang on a subject: always where that is the method's own, else where both allow it."""
    method, host = get_method(method_name), method_of(subject.activity) if subject.activity is not None else None
    if subject.activity is None and not subject.kind:
        return Permission(True)
    if host is not None and host is method and not subject.kind:
        return Permission(True)
    allows = get_commentable(subject.kind) is not None if subject.kind else host is not None and host.is_commentable
    if method is None or not method.hangs_on_activities or not allows:
        return Permission(False, _("This way to take part is not available."))
    if subject.activity is not None and not subject.activity.live:
        return Permission(False, _("This is no longer published."))
    return Permission(True)


def own_activity(activity: Any, method_name: str) -> Any:
    """The activity where it is of the method itself, and so opens and closes with its own phase; an attachment follows the dialogue's."""
    host = method_of(activity) if activity is not None else None
    return activity if host is not None and host.name == method_name else None


def can_enter(person: Person, given: Contribution, right: str, received_at: datetime) -> Permission:
    """Those who work with a dialogue enter what came in another way, if its method takes that way and was open when it came."""
    if not can_sort(person, given.dialogue):
        return Permission(False, _("Only those who work with this dialogue enter what came in other ways."))
    method = get_method(given.method)
    if method is None or given.channel not in method.staff_channels:
        return Permission(False, _("This way to take part is not available."))
    if given.group_size < 1:
        return Permission(False, _("Say how many people it comes from: at least one."))
    return may_do(given.dialogue, right, received_at, own_activity(given.activity, given.method))


def can_answer_officially(person: Person, dialogue: DialoguePage, target: Contribution | None, at: datetime, right: str) -> Permission:
    """Whether a person answers for the administration: who sorts the dialogue's contributions, as long as it is public."""
    if not can_sort(person, dialogue):
        return Permission(False, _("Only those who work with this dialogue answer for the administration."))
    page = dialogue.canonical
    if target is None:
        return may_do(page, right, at)
    if not page.live or page.is_record:
        return Permission(False, _("This dialogue does not take contributions."))
    return Permission(True, phase=open_phase(page, right, at))


def waits_for_review(dialogue: DialoguePage, text: str) -> bool:
    """Whether a text is published only after review: everywhere in some dialogues, and always where it looks like advertising."""
    links = LINK.findall(text)
    only_links = bool(links) and not LINK.sub("", text).strip()
    return dialogue.canonical.publishing == Publishing.BEFORE or len(links) > MOST_LINKS or only_links


def can_moderate(person: Person, dialogue: DialoguePage) -> bool:
    """Whether a person moderates a dialogue: the moderators of its administration, and coordinators."""
    if not (person.is_authenticated and person.is_active):
        return False
    return is_coordinator(person) or has_role(person, dialogue.administration, Role.MODERATOR)


def can_sort(person: Person, dialogue: DialoguePage) -> bool:
    """Whether a person sorts a dialogue's contributions into themes and answers: who may edit its page."""
    if not (person.is_authenticated and person.is_active):
        return False
    return dialogue.canonical.permissions_for_user(person).can_edit()


def is_author(contribution: Contribution, participant: Participant | None) -> bool:
    """Whether the participant wrote it."""
    return participant is not None and contribution.participant_id == participant.pk
