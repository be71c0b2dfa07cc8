"""What people do with contributions: give, change, withdraw, support, report.

Each action locks, asks a rule, writes, and tells others after the commit, all in one transaction. The time
of receipt is read after the lock: it decides whether a phase was open.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.models import Participant, User
from cms.fields import start_of
from cms.refusals import ActionRefused
from cms.text.characters import has_letter
from cms.text.languages import known_language
from cms.text.plain import one_line, plain
from cms.text.receipt_codes import new_code
from participation.choices import Channel, ContributionState, ReportReason
from participation.contract import Subject
from participation.contributions import rules
from participation.contributions.locks import count_replies, hold, hold_activity, lock, lock_in_thread
from participation.events.tell import tell_reply
from participation.models import Contribution, ContributionRevision, DialoguePage, Report, Support
from participation.models.contribution import NAME_MAX, TEXT_MAX
from participation.signals import announce, contribution_changed, contribution_received

CODE_TRIES = 5
DETAILS_MAX = 500


class ContributionRefused(ActionRefused):
    """What somebody wanted to do with a contribution is not possible; the messages say why."""


class AlreadySent(ContributionRefused):
    """The form was sent before, with other words: those are kept, and these need a form of their own."""


@transaction.atomic
def post_contribution(
    *,
    dialogue: DialoguePage,
    method: str,
    verb: str,
    text: str,
    author_name: str,
    participant: Participant | None,
    language: str,
    idempotency_key: UUID | None = None,
    reply_to: Contribution | None = None,
    activity: Any = None,
    subject: Subject | None = None,
    channel: str = Channel.WEB,
    person: User | None = None,
) -> Contribution:
    """Receive what somebody gives to a dialogue, and return it with its receipt code.

    What hangs on an activity, or on a thing of a method's own, names that as its `subject`; a reply hangs where its thread does.

    The phase that is open at the time of receipt must give the right `method.verb`. Sending one form twice
    (one `idempotency_key`) gives one contribution. A `person` who works with the dialogue answers for its
    administration: at once, and in a thread also after closing.
    """
    given = Contribution(
        dialogue=dialogue.canonical,
        activity=subject.activity if subject else activity,
        subject_kind=subject.kind if subject else "",
        subject_number=subject.number if subject else None,
        method=method,
        channel=channel,
        text=clean_text(text),
        language=known_language(language),
        author_name=clean_name(author_name),
        participant=participant,
        reply_to=reply_to,
        idempotency_key=idempotency_key,
    )
    return _sent_before(given) or _receive(given, f"{method}.{verb}", person)


@transaction.atomic
def enter_contribution(
    *,
    dialogue: DialoguePage,
    method: str,
    verb: str,
    channel: str,
    text: str,
    received_on: date,
    person: User,
    author_name: str = "",
    group_size: int = 1,
    language: str = "",
    activity: Any = None,
    idempotency_key: UUID | None = None,
) -> Contribution:
    """Store what staff received on paper, by telephone or in another way that the method takes (`staff_channels`).

    It counts as received on the day given, which lies in a phase with the right `method.verb`; the one who enters it is kept with it.
    """
    given = Contribution(
        dialogue=dialogue.canonical,
        activity=activity,
        method=method,
        channel=channel,
        text=clean_text(text),
        language=known_language(language),
        author_name=clean_name(author_name),
        group_size=group_size,
        entered_by=person,
        idempotency_key=idempotency_key,
    )
    return _sent_before(given) or _enter(given, f"{method}.{verb}", received_on, person)


def clean_text(text: str) -> str:
    """The text as it is stored; refused when nothing is left of it, or when it is too long."""
    words = plain(text)
    if not words:
        raise ContributionRefused(_("Write something first."))
    if len(words) > TEXT_MAX:
        raise ContributionRefused(
            _("Your text has %(length)s characters, and there is room for %(most)s. Shorten it, or send it in parts.")
            % {"length": len(words), "most": TEXT_MAX}
        )
    return words


def clean_name(name: str) -> str:
    """The name or alias on one line; refused when it is too long, or names nobody."""
    words = one_line(name)
    if words and not has_letter(words):
        raise ContributionRefused(_("A name needs at least one letter."))
    if len(words) > NAME_MAX:
        raise ContributionRefused(_("The name is too long: at most %(most)s characters.") % {"most": NAME_MAX})
    return words


@transaction.atomic
def edit_contribution(contribution: Contribution, participant: Participant | None, text: str, author_name: str) -> Contribution:
    """Let the one who wrote a contribution change it for a while; the earlier text is kept."""
    words, name = clean_text(text), clean_name(author_name)
    row = lock(contribution)
    at = clock.read()
    require(rules.can_edit(row, participant, at))
    if row.name_masked:
        name = row.author_name  # a new one waits for nobody to mask it again
    if (words, name) == (row.text, row.author_name):
        return row
    if row.state == ContributionState.PUBLISHED and rules.waits_for_review(row.dialogue, words):
        raise ContributionRefused(_("Texts with several links are reviewed before they are published. Send it as a new comment instead."))
    keep_text(row, at)
    row.text, row.author_name, row.edited_at = words, name, at
    row.save(update_fields=["text", "author_name", "edited_at"])
    announce(contribution_changed, row, change="edited")
    return row


@transaction.atomic
def withdraw_contribution(contribution: Contribution, participant: Participant | None) -> Contribution:
    """Let the one who wrote a contribution withdraw it. Its text moves to the earlier texts, so that nothing shows it by mistake."""
    row = lock_in_thread(contribution)
    at = clock.read()
    require(rules.can_withdraw(row, participant, at))
    keep_text(row, at)
    row.text, row.author_name, row.state = "", "", ContributionState.WITHDRAWN
    row.save(update_fields=["text", "author_name", "state"])
    count_replies(row)
    announce(contribution_changed, row, change="withdrawn")
    return row


@transaction.atomic
def give_support(contribution: Contribution, participant: Participant) -> bool:
    """Let a participant agree with a contribution, once. True when this is the first time."""
    row = _held(contribution)
    at = clock.read()
    require(rules.can_support(row, participant, at))
    _support, is_new = Support.objects.get_or_create(contribution=row, participant=participant, defaults={"given_at": at})
    if is_new:
        _count_support(row, 1)
    return is_new


@transaction.atomic
def move_support(contribution: Contribution, browser: Participant, account: Participant) -> None:
    """Let what a browser agreed with before somebody logged in belong to their account: one person counts once."""
    row = _held(contribution)
    require(rules.can_support(row, account, clock.read()))
    if Support.objects.filter(contribution=row, participant=account).exists():
        return
    if not Support.objects.filter(contribution=row, participant=browser).update(participant=account):
        raise ContributionRefused(_("This browser does not agree with it any more."))


@transaction.atomic
def take_back_support(contribution: Contribution, participant: Participant) -> bool:
    """Let a participant take back the support. True when there was one."""
    row = _held(contribution)
    require(rules.can_support(row, participant, clock.read()))
    deleted, _models = Support.objects.filter(contribution=row, participant=participant).delete()
    if deleted:
        _count_support(row, -1)
    return bool(deleted)


@transaction.atomic
def take_name_away(contribution: Contribution, participant: Participant | None) -> None:
    """Let the one who wrote a contribution take the name away from it, whenever; the record keeps it with the earlier texts."""
    row = lock(contribution)
    require(rules.is_own(row, participant))
    keep_text(row, clock.read())
    row.author_name = ""
    row.save(update_fields=["author_name"])
    announce(contribution_changed, row, change="edited")


@transaction.atomic
def drop_supports(participant: Participant | None) -> None:
    """Take back everything a participant agrees with, also in dialogues that have closed: the person is leaving."""
    supported = Contribution.objects.filter(supporters__participant=participant)
    for row in supported.select_for_update(no_key=True, of=("self",)).order_by("pk"):
        Support.objects.filter(contribution=row, participant=participant).delete()
        Contribution.objects.filter(pk=row.pk).update(support_count=Support.objects.filter(contribution=row).count())


@transaction.atomic
def report_contribution(contribution: Contribution, participant: Participant | None, reason: str, details: str = "") -> Report:
    """Take down what somebody reports, once per participant. Staff decide; a number of reports hides nothing."""
    if reason not in ReportReason.values:
        raise ContributionRefused(_("Choose a reason from the list."))
    words = plain(details)
    if len(words) > DETAILS_MAX:
        raise ContributionRefused(_("The description is too long: at most %(most)s characters.") % {"most": DETAILS_MAX})
    row = lock(contribution)
    if row.state != ContributionState.PUBLISHED:
        raise ContributionRefused(_("It is no longer published."))
    told = {"reason": reason, "details": words, "reported_at": clock.read()}
    if participant is None:
        return Report.objects.create(contribution=row, participant=None, **told)
    return Report.objects.get_or_create(contribution=row, participant=participant, defaults=told)[0]


def _receive(given: Contribution, right: str, person: User | None) -> Contribution:
    """Lock, check and complete what is given, and store it."""
    given.dialogue = page = hold(given.dialogue)
    given.activity = hold_activity(given.activity) if given.activity is not None else None
    given.reply_to = target = lock_in_thread(given.reply_to) if given.reply_to is not None else None
    given.received_at = at = clock.read()
    if target is not None:
        given.thread_root = root = target.root
        given.activity, given.subject_kind, given.subject_number = root.activity, root.subject_kind, root.subject_number
    permission = _permission(given, right, person, at)
    given.phase_key = permission.phase.translation_key if permission.phase else None
    if person is not None:
        given.is_official, given.official_administration = True, page.administration
        given.author_name = given.author_name or person.shown_function
    elif rules.waits_for_review(page, given.text):
        given.state = ContributionState.PENDING
    stored = _store(given)
    if stored is given:
        count_replies(given)
        tell_reply(given)
        announce(contribution_received, given)
    return stored


def _enter(given: Contribution, right: str, received_on: date, person: User) -> Contribution:
    """Lock, check and complete what staff enter, and store it."""
    given.dialogue = hold(given.dialogue)
    given.activity = hold_activity(given.activity) if given.activity is not None else None
    given.entered_at = at = clock.read()
    today = timezone.localtime(at).date()
    if received_on > today:
        raise ContributionRefused(_("The day on which it was received lies ahead. Write the day on which it came."))
    given.received_at = at if received_on == today else start_of(received_on)
    permission = require(rules.can_enter(person, given, right, given.received_at))
    given.phase_key = permission.phase.translation_key if permission.phase else None
    if rules.waits_for_review(given.dialogue, given.text):
        given.state = ContributionState.PENDING
    stored = _store(given)
    if stored is given:
        announce(contribution_received, given)
    return stored


def _permission(given: Contribution, right: str, person: User | None, at: datetime) -> rules.Permission:
    """The permission to give something now; refused with its reason otherwise."""
    page, target = given.dialogue, given.reply_to
    if target is not None:
        require(rules.can_reply_to(target, page))
    require(rules.can_hang_on(given.subject, given.method))
    if person is not None:
        return require(rules.can_answer_officially(person, page, target, at, right))
    return require(rules.may_do(page, right, at, rules.own_activity(given.activity, given.method)))


def require(permission: rules.Permission) -> rules.Permission:
    """Refuse with the reason of a no."""
    if not permission:
        raise ContributionRefused(permission.reason)
    return permission


def _sent_before(given: Contribution) -> Contribution | None:
    """What the same form gave the first time. Somebody else's form, or other words, are refused: nothing is swallowed."""
    key = given.idempotency_key
    known = Contribution.objects.filter(idempotency_key=key).first() if key else None
    if known is None:
        return None
    if not _is_same_sender(known, given):
        raise AlreadySent(_("This form has been used. Your text is kept below: send it again."))
    if known.text != given.text and not known.revisions.filter(text=given.text).exists():
        raise AlreadySent(
            _("What you wrote first was received (code %(code)s). Send this text again if it is to be a comment of its own.")
            % {"code": known.shown_code}
        )
    return known


def _is_same_sender(known: Contribution, given: Contribution) -> bool:
    if given.participant is not None:
        return known.participant_id == given.participant.pk
    return given.entered_by is not None and known.entered_by_id == given.entered_by.pk


def _store(given: Contribution) -> Contribution:
    """Insert it; another request may have been first with its form, another contribution with its code."""
    for _attempt in range(CODE_TRIES):
        try:
            with transaction.atomic():
                given.save(force_insert=True)
            return given
        except IntegrityError:
            sent = _sent_before(given)
            if sent is not None:
                return sent
            if not Contribution.objects.filter(receipt_code=given.receipt_code).exists():
                raise
            given.pk, given.receipt_code = None, new_code()
    raise ContributionRefused(_("It could not be stored just now. Your text is kept below: send it again."))


def _held(contribution: Contribution) -> Contribution:
    page = hold(contribution.dialogue)
    row = lock(contribution)
    row.dialogue = page
    return row


def keep_text(row: Contribution, at: datetime) -> None:
    """Keep the text and the name as they are now."""
    ContributionRevision.objects.create(contribution=row, text=row.text, author_name=row.author_name, replaced_at=at)


def _count_support(row: Contribution, step: int) -> None:
    Contribution.objects.filter(pk=row.pk).update(support_count=F("support_count") + step)
    announce(contribution_changed, row, change="supported")
