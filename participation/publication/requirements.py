"""What a page still misses before it may be published. Questions only; `participation.publication.publish` acts on the answers."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.text import format_lazy, get_text_list
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from cms import clock
from cms.organisation.levels import Level
from cms.templatetags.dates import written
from participation.choices import OutcomeStep
from participation.contract import ParticipationMethod
from participation.publication import order
from participation.publication.answers import missing_in_answers
from participation.publication.missing import (
    ANSWERS,
    CANCELLED,
    COMMITMENTS,
    INFLUENCE,
    MANDATE,
    PHASES,
    PROMISE,
    PUBLISH_DIALOGUE,
    QUESTION,
    RECORD,
    WHOLE,
    WHOM,
    Candidate,
    Missing,
    Rows,
)
from participation.publication.pictures import missing_of_pictures
from participation.publication.promised_day import is_moved, promised_day
from participation.publication.ways import missing_ways
from participation.registry import method_of

ROWS = {
    "DialoguePage": ("phases", "mandate_steps", "target_groups", "other_ways", "updates"),
    "OutcomePage": ("items",),
    "FollowUpPage": ("commitments",),
}


def is_checked(page: Any) -> bool:
    """Whether the gate has something to say about this type of page."""
    return (type(page).__name__ in ROWS and page._meta.app_label == "participation") or method_of(page) is not None


def missing_for_publication(page: Any, rows: Rows | None = None, parent: Any = None, at: datetime | None = None) -> list[Missing]:
    """What the page misses; empty when it may be published. A form passes the rows and the parent that are not stored yet.

    Of an activity's page its method tells; its rows are those that the page holds.
    """
    if not is_checked(page):
        return []
    if not page.is_canonical or page.locale.language_code != settings.LANGUAGE_CODE:
        return _translation(page)
    method, at = method_of(page), at or _instant_of(page)
    if method is not None:
        own = (Missing("", WHOLE, sentence) for sentence in method.missing_for_publication(page))
        return [*_activity(page, method, (parent or page.get_parent()).specific, at), *own]
    given = rows if rows is not None else {name: list(getattr(page, name).all()) for name in ROWS[type(page).__name__]}
    candidate = Candidate(page, given, (parent or page.get_parent()).specific, at)
    return list({"DialoguePage": _dialogue, "OutcomePage": _outcome, "FollowUpPage": _follow_up}[type(page).__name__](candidate))


def _instant_of(page: Any) -> datetime:
    """When the page would be public: now, or when it is scheduled to be."""
    return max(clock.now(), page.go_live_at) if page.go_live_at else clock.now()


def _translation(page: Any) -> list[Missing]:
    if page.is_canonical:
        return [Missing("", WHOLE, _("It has no original. Write it in Swedish first, and translate that page."))]
    return [] if page.canonical.live else [Missing("", WHOLE, _("Publish the original first; a translation follows it."))]


def _activity(page: Any, method: ParticipationMethod, dialogue: Any, at: datetime) -> Iterable[Missing]:
    """An activity stands below a public dialogue; one that may be tied to a phase has a phase that opens it."""
    if not dialogue.live:
        yield Missing("", WHOLE, PUBLISH_DIALOGUE)
    if not hasattr(page, "phase_key"):
        return
    rights = {method.right(verb) for verb in method.rights}
    phases = [phase for phase in dialogue.phases.all() if page.phase_key in (None, phase.translation_key)]
    if page.phase_key and not phases:
        yield Missing("phase_key", PHASES, _("The dialogue does not have this phase any more. Choose another one."))
    elif not (opening := [phase for phase in phases if rights.intersection(phase.rights or ())]):
        may = get_text_list([str(words) for words in method.rights.values()], _("or"))
        sentence = _("No phase opens it. Tick “{may}” in a phase of the dialogue, and publish the dialogue.")
        yield Missing("phase_key", PHASES, format_lazy(sentence, may=may))
    else:
        yield from order.disorder_of_activity(page, opening, at)


def _dialogue(candidate: Candidate) -> Iterable[Missing]:
    page = candidate.page
    if not page.question:
        yield Missing("question", QUESTION, _("Write the question."))
    if page.image is not None and not (page.image.is_decorative or page.image.description.strip()):
        sentence = _("The image has no description. Write it at the image: it is read to those who do not see it.")
        yield Missing("image", QUESTION, sentence)
    if page.cancelled_on or page.cancelled_reason:
        yield from _cancellation(candidate)
    elif page.is_record:
        yield from _record(page)
    else:
        for part in (_influence, _whom, _responsible, _mandate, _phases, missing_ways, _promise, order.disorder_of_dialogue):
            yield from part(candidate)


def _cancellation(candidate: Candidate) -> Iterable[Missing]:
    page = candidate.page
    if not page.cancelled_reason.strip():
        yield Missing("cancelled_reason", CANCELLED, _("Say why the dialogue was cancelled: everybody who follows it asks."))
    if not page.cancelled_on:
        yield Missing("cancelled_on", CANCELLED, _("Write the day on which it was cancelled."))
    yield from order.disorder_of_cancellation(candidate)


def _record(page: Any) -> Iterable[Missing]:
    if not page.held_when:
        yield Missing("held_when", RECORD, _("Write when the dialogue was held."))
    if not page.held_result.strip() and not page.held_link:
        yield Missing("held_result", RECORD, _("Write what it led to, or give a link."))


def _influence(candidate: Candidate) -> Iterable[Missing]:
    page = candidate.page
    if not page.level:
        yield Missing("level", INFLUENCE, _("Choose the level of participation."))
    if page.level != Level.INFORM and not page.open_to_influence.strip():
        yield Missing("open_to_influence", INFLUENCE, _("Write what the answers may change."))
    if not page.fixed_conditions.strip():
        yield Missing("fixed_conditions", INFLUENCE, _("Write what is fixed."))


def _whom(candidate: Candidate) -> Iterable[Missing]:
    page = candidate.page
    if not page.kind:
        yield Missing("kind", WHOM, _("Choose the kind of dialogue."))
    if not page.concerns_children:
        yield Missing("concerns_children", WHOM, _("Say whether it concerns children."))
    if not candidate.rows["target_groups"]:
        yield Missing("target_groups", WHOM, _("Choose at least one target group."))


def _responsible(candidate: Candidate) -> Iterable[Missing]:
    """What is missing of body and administration; one that ends while its dialogue is public stays as it is."""
    page, today = candidate.page, candidate.today
    public = type(page).objects.filter(pk=page.pk, live=True).values_list("body_id", flat=True).first()
    if page.body is None:
        yield Missing("body", MANDATE, _("Choose the responsible committee."))
    elif not page.body.exists_on(today) and page.body_id != public:
        yield Missing("body", MANDATE, format_lazy(_("{body} does not exist today. Choose another body."), body=page.body.name))
    administration = getattr(candidate.parent, "administration", None)
    if administration and public is None and not administration.exists_on(today):
        sentence = _("{administration} has ended. Move the dialogue to the section of the one that continues its work.")
        yield Missing("", WHOLE, format_lazy(sentence, administration=administration.name))


def _mandate(candidate: Candidate) -> Iterable[Missing]:
    if not candidate.rows["mandate_steps"] and not candidate.page.no_mandate_reason.strip():
        yield Missing("mandate_steps", MANDATE, _("Add the step that ordered the dialogue, or write why there is no mandate."))


def _phases(candidate: Candidate) -> Iterable[Missing]:
    phases = candidate.rows["phases"]
    if not phases:
        yield Missing("phases", PHASES, _("Add at least one phase with its first and last day."))
    elif contradictions(phases):
        yield Missing("phases", PHASES, OVERLAP)


OVERLAP = _("Two phases that open the same thing overlap. Move one of them, or let them open different things.")


def contradictions(phases: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Pairs of phases that lie at the same time and open the same right: nobody could say in which a contribution was given."""
    dated = sorted((phase for phase in phases if phase.opens_at and phase.closes_at), key=lambda phase: phase.opens_at)
    return [
        (earlier, later)
        for index, earlier in enumerate(dated)
        for later in dated[index + 1 :]
        if later.opens_at < earlier.closes_at and set(later.rights or ()) & set(earlier.rights or ())
    ]


def _promise(candidate: Candidate) -> Iterable[Missing]:
    page = candidate.page
    last = max((phase.closes_at for phase in candidate.rows["phases"] if phase.closes_at), default=None)
    if not page.feedback_due_on:
        yield Missing("feedback_due_on", PROMISE, _("Promise a day by which people get their answer."))
    elif last and page.feedback_due_on < timezone.localtime(last).date():
        yield Missing("feedback_due_on", PROMISE, _("The answer cannot be promised before the last phase has closed."))
    elif is_moved(page) and order.has_passed(page.feedback_due_on, candidate):
        yield Missing("feedback_due_on", PROMISE, _("This day has passed already. Promise a day that lies ahead."))
    elif is_moved(page) and not page.due_change_reason.strip():
        sentence = _("Say why the day is moved: {day} was promised, and people wait for it.")
        yield Missing("due_change_reason", PROMISE, format_lazy(sentence, day=written(promised_day(page))))
    if not page.feedback_form:
        yield Missing("feedback_form", PROMISE, _("Write how people get their answer."))
    if page.feedback_responsible is None:
        yield Missing("feedback_responsible", PROMISE, _("Choose who is responsible for the answer."))
    elif not page.feedback_responsible.is_active:
        yield Missing("feedback_responsible", PROMISE, _("This account is no longer active. Choose who answers instead."))


def _outcome(candidate: Candidate) -> Iterable[Missing]:
    if not candidate.parent.live:
        yield Missing("", WHOLE, PUBLISH_DIALOGUE)
    yield from order.disorder_of_outcome(candidate)
    yield from _unsorted(candidate)
    yield from _strangers(candidate)
    if candidate.page.step != OutcomeStep.SAID:
        yield from _untold(candidate.page)
    yield from missing_in_answers(candidate)


def _untold(page: Any) -> Iterable[Missing]:
    """An answer is told in one sentence; of one that is public already nobody asks for it."""
    answered = type(page).objects.filter(pk=page.pk, live=True).exclude(step=OutcomeStep.SAID)
    if not page.in_one_sentence.strip() and not answered.exists():
        sentence = _("Say in one sentence what people said and what became of it. It stands on the start page.")
        yield Missing("in_one_sentence", WHOLE, sentence)


def _unsorted(candidate: Candidate) -> Iterable[Missing]:
    number = candidate.parent.contributions.needing_answer().count()
    if number:
        sentence = ngettext_lazy(
            "%d contribution lies in no theme yet. Sort it, or mark that it needs no answer.",
            "%d contributions lie in no theme yet. Sort them, or mark that they need no answer.",
        )
        yield Missing("items", ANSWERS, sentence % number)


def _strangers(candidate: Candidate) -> Iterable[Missing]:
    """Themes without an answer, and answers to themes of another dialogue."""
    own = dict(candidate.parent.themes.filter(links__isnull=False).values_list("pk", "title"))
    answered = {item.theme_id for item in candidate.rows["items"]}
    silent = [title for pk, title in own.items() if pk not in answered]
    if silent:
        yield Missing("items", ANSWERS, format_lazy(_("These themes have no answer: {themes}."), themes=", ".join(silent)))
    foreign = answered - {None} - set(candidate.parent.themes.values_list("pk", flat=True))
    for item in candidate.rows["items"]:
        if item.theme_id in foreign:
            yield Missing("items", ANSWERS, _("This theme belongs to another dialogue. Remove the answer."), item, "theme")


def _follow_up(candidate: Candidate) -> Iterable[Missing]:
    if not order.is_answered(candidate.parent):
        yield Missing("", WHOLE, _("Publish the outcome with its answers first: a follow-up shows what comes of them."))
    if not candidate.rows["commitments"]:
        yield Missing("commitments", COMMITMENTS, _("Add at least one commitment."))
    for commitment in candidate.rows["commitments"]:
        for name, sentence in COMMITMENT_NEEDS.items():
            if not getattr(commitment, name):
                yield Missing("commitments", COMMITMENTS, sentence, commitment, name)
        yield from missing_of_pictures(candidate, commitment)
    yield from order.disorder_of_follow_up(candidate)


COMMITMENT_NEEDS = {
    "what": _("Write what will be done."),
    "who": _("Write who does it: a function or a unit."),
    "due_on": _("Write by which day it will be done."),
}
