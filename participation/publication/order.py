"""The order of events: nothing ends before it starts, is answered while it is open, or is promised for a day that has passed.

Days that are public already stay as they are; only what is new or changed is asked about, so that
an old page can be corrected.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.fields import start_of
from cms.templatetags.dates import written
from participation.choices import OPEN_COMMITMENTS, CommitmentStatus, OutcomeStep
from participation.publication.missing import CANCELLED, COMMITMENTS, MANDATE, PHASES, STEP, UPDATES, Candidate, Missing

AHEAD = _("This day lies ahead. Write what has happened, with its day.")


def was_public(page: Any) -> bool:
    """Whether the page is or has been public."""
    return page.first_published_at is not None or _is_live(page)


def _is_live(page: Any) -> bool:
    return page.pk is not None and type(page).objects.filter(pk=page.pk, live=True).exists()


def _public_rows(page: Any, name: str) -> dict[int, Any]:
    """The rows that people see now, by number."""
    if not _is_live(page):
        return {}
    return {row.pk: row for row in getattr(type(page), name).rel.related_model.objects.filter(page=page.pk)}


# The dialogue


def disorder_of_dialogue(candidate: Candidate) -> Iterable[Missing]:
    """What of a dialogue's days contradicts the day of publication or what is public."""
    public = _public_rows(candidate.page, "phases")
    for phase in candidate.rows["phases"]:
        if public or not was_public(candidate.page):
            yield from _phase(candidate, phase, public.get(phase.pk))
    yield from _reopened(candidate, public)
    for name, part in (("mandate_steps", MANDATE), ("updates", UPDATES)):
        for row in candidate.rows[name]:
            if row.date and row.date > candidate.today:
                yield Missing(name, part, AHEAD, row, "date")


def _phase(candidate: Candidate, phase: Any, public: Any) -> Iterable[Missing]:
    today = start_of(candidate.today)
    moved = phase.opens_at and (public is None or public.opens_at != phase.opens_at)
    if moved and public is not None and public.opens_at <= candidate.at:
        sentence = _("The phase has begun, so its first day stays {day}.")
        yield Missing("phases", PHASES, format_lazy(sentence, day=_day(public.opens_at)), phase, "opens_at")
    elif moved and phase.opens_at < today:
        sentence = _("The first day lies before the day of publication, when nobody could take part. Choose a later day.")
        yield Missing("phases", PHASES, sentence, phase, "opens_at")
    elif public is not None and phase.closes_at and phase.closes_at != public.closes_at and phase.closes_at < today:
        sentence = _("The last day cannot be moved back further than to yesterday, which closes the phase at once.")
        yield Missing("phases", PHASES, sentence, phase, "closes_at")


def _reopened(candidate: Candidate, public: dict[int, Any]) -> Iterable[Missing]:
    """Phases that would open a dialogue again whose answer is public."""
    if not is_answered(candidate.page):
        return
    for phase in candidate.rows["phases"]:
        before = public.get(phase.pk)
        if phase.closes_at and phase.closes_at > candidate.at and (before is None or before.closes_at < phase.closes_at):
            sentence = _("The dialogue is answered, so it cannot be opened again. Ask in a new dialogue instead.")
            yield Missing("phases", PHASES, sentence, phase, "closes_at")


def disorder_of_cancellation(candidate: Candidate) -> Iterable[Missing]:
    """What speaks against the day on which a dialogue was cancelled."""
    page = candidate.page
    if page.cancelled_on and page.cancelled_on > candidate.today:
        yield Missing("cancelled_on", CANCELLED, _("This day lies ahead. The page says at once that the dialogue is cancelled."))
    elif page.pk and type(page).objects.filter(pk=page.pk, cancelled_on=None).exists() and is_answered(page):
        yield Missing("cancelled_on", CANCELLED, _("The dialogue is answered, so it cannot be cancelled any more."))


def is_answered(dialogue: Any) -> bool:
    """Whether people have their answer: a public outcome says what was decided."""
    outcome = _outcome_below(dialogue)
    return outcome is not None and outcome.step != OutcomeStep.SAID


def has_passed(day: date | None, candidate: Candidate) -> bool:
    """Whether a day lies before the day of publication."""
    return day is not None and day < candidate.today


# An activity


def disorder_of_activity(page: Any, phases: Iterable[Any], at: Any) -> Iterable[Missing]:
    """A new activity has a phase ahead in which people can use it."""
    if not was_public(page) and all(phase.closes_at <= at for phase in phases):
        yield Missing("phase_key", PHASES, _("Its phase has ended, so nobody could use it. Choose another phase, or add one."))


# The outcome


def disorder_of_outcome(candidate: Candidate) -> Iterable[Missing]:
    """An answer comes when the last phase has ended, and before what follows from it."""
    page, dialogue = candidate.page, candidate.parent
    phases = [] if dialogue.cancelled_on or dialogue.is_record else list(dialogue.phases.all())
    opens = max((phase.opens_at for phase in phases), default=candidate.at)
    closes = max((phase.closes_at for phase in phases), default=candidate.at)
    is_told = page.step == OutcomeStep.SAID and _is_live(page)
    if opens > candidate.at and not is_told:
        sentence = _("People can still be heard in a phase that begins on {day}. Publish what was said after that day.")
        yield Missing("step", STEP, format_lazy(sentence, day=_day(opens)))
    elif closes > candidate.at and page.step != OutcomeStep.SAID:
        sentence = _("People can take part until {day}. Publish the answer after that day, or end the last phase of the dialogue first.")
        yield Missing("step", STEP, format_lazy(sentence, day=_day(closes - timedelta(days=1))))
    else:
        yield from _before_follow_up(page, dialogue)


def _before_follow_up(page: Any, dialogue: Any) -> Iterable[Missing]:
    follow_up = _below(dialogue, "followuppage")
    if follow_up is None:
        return
    if page.step == OutcomeStep.SAID:
        yield Missing("step", STEP, _("The follow-up is public, and it shows what comes of the answer. Unpublish it first."))
    elif page.step == OutcomeStep.DONE and follow_up.commitments.filter(status__in=OPEN_COMMITMENTS).exists():
        yield Missing("step", STEP, _("The follow-up has commitments that are not done yet. Write there what was done first."))
    if page.nothing_follows and follow_up.commitments.exists():
        yield Missing("nothing_follows", STEP, _("The follow-up is public and has commitments. Untick this, or unpublish it first."))


# The follow-up


def disorder_of_follow_up(candidate: Candidate) -> Iterable[Missing]:
    """What is promised lies ahead when it is promised; what is told has happened, after it was promised."""
    public = _public_rows(candidate.page, "commitments")
    outcome = _outcome_below(candidate.parent)
    kept = {commitment.translation_key for commitment in candidate.rows["commitments"]}
    for told in told_commitments(candidate.page, candidate.parent):
        if told.translation_key not in kept:
            yield Missing("commitments", COMMITMENTS, format_lazy(LACKING, what=told.what))
    for commitment in candidate.rows["commitments"]:
        yield from _commitment(candidate, commitment, public.get(commitment.pk), outcome)


TOLD = _("People were told of this commitment, so it stays. Choose the status “Dropped” and write in the note why it will not be done.")
LACKING = _(
    "People were told of “{what}”, which is removed here. Begin again from the published version, "
    "and give the commitment the status “Dropped” with a note that says why."
)


def told_commitments(page: Any, dialogue: Any) -> list[Any]:
    """The stored commitments of which people were told: they are dropped in public, never removed in silence."""
    if page.pk is None or not page.is_canonical:
        return []
    rows = type(page).commitments.rel.related_model.objects.filter(page=page.pk)
    if not _is_live(page):
        rows = rows.filter(translation_key__in=dialogue.commitment_history.values("commitment_key"))
    return list(rows)


def _commitment(candidate: Candidate, row: Any, public: Any, outcome: Any) -> Iterable[Missing]:
    new_day = public is None or public.due_on != row.due_on
    if row.status in OPEN_COMMITMENTS and new_day and has_passed(row.due_on, candidate):
        yield Missing("commitments", COMMITMENTS, _("This day has passed already. Promise a day that lies ahead."), row, "due_on")
    if public is not None and new_day and row.status not in OPEN_COMMITMENTS:
        yield Missing(
            "commitments", COMMITMENTS, _("The day that was promised stays, so that people see whether it was kept."), row, "due_on"
        )
    if row.status_on is None or (public is not None and (public.status, public.status_on) == (row.status, row.status_on)):
        return
    since = _promised_since(candidate.parent, row, outcome)
    if row.status_on > candidate.today:
        yield Missing("commitments", COMMITMENTS, AHEAD, row, "status_on")
    elif since and row.status_on < since and (public is not None or row.status == CommitmentStatus.DONE):
        sentence = _("This lies before the commitment was made or last changed, on {day}. Write a later day.")
        yield Missing("commitments", COMMITMENTS, format_lazy(sentence, day=written(since)), row, "status_on")


def _promised_since(dialogue: Any, row: Any, outcome: Any) -> date | None:
    """The day on which people last heard of the commitment; of a new one, the day of the answer."""
    last = dialogue.commitment_history.filter(commitment_key=row.translation_key).last()
    if last is not None:
        return last.date
    return outcome.answered_on if outcome else None


def _outcome_below(dialogue: Any) -> Any:
    return _below(dialogue, "outcomepage")


def _below(dialogue: Any, relation: str) -> Any:
    """The public outcome or follow-up of a dialogue, or None."""
    if dialogue.pk is None:
        return None
    page = Page.objects.child_of(dialogue).filter(live=True, **{f"{relation}__isnull": False}).first()
    return page.specific if page else None


def _day(moment: Any) -> str:
    return written(timezone.localtime(moment).date())
