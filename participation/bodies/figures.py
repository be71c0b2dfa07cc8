"""How bodies keep their promises: what their pages and the page of the whole municipality show."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms import clock
from cms.organisation.models import Body
from cms.people import Person
from cms.text.alphabet import swedish_key
from participation.bodies.promise_figures import PromiseFigures, promise_figures
from participation.choices import State
from participation.commitments.display import commitment_items
from participation.commitments.queries import CommitmentFigures, commitment_figures, owed_rows
from participation.contract import Counts
from participation.dialogues.cards import cards_for
from participation.dialogues.counts import in_words
from participation.dialogues.queries import DialogueRow, rows_for, visible_dialogues
from participation.models.dialogue_queryset import DialogueQuerySet

LATEST = 10


@dataclass(frozen=True)
class BodyRow:
    """A body in the list of bodies."""

    body: Body
    open: int
    upcoming: int
    waiting: int
    overdue: int
    answered: int


def body_rows(person: Person) -> list[BodyRow]:
    """Bodies that exist today or have dialogues, with what they owe."""
    by_body: dict[int | None, list[DialogueRow]] = {}
    for row in _rows(visible_dialogues(person)):
        by_body.setdefault(row.page.body_id, []).append(row)
    bodies = Body.objects.current(clock.today()) | Body.objects.filter(pk__in=[pk for pk in by_body if pk])
    return [_body_row(body, by_body.get(body.pk, [])) for body in sorted(bodies.distinct(), key=lambda body: swedish_key(str(body)))]


def _body_row(body: Body, rows: list[DialogueRow]) -> BodyRow:
    in_state = [row.state for row in rows]
    overdue = sum(row.overdue for row in rows)
    answered = sum(state in (State.ANSWERED, State.IN_FOLLOW_UP, State.CONCLUDED) for state in in_state)
    return BodyRow(
        body, in_state.count(State.OPEN), in_state.count(State.UPCOMING), in_state.count(State.CLOSED) - overdue, overdue, answered
    )


def _rows(dialogues: DialogueQuerySet) -> list[DialogueRow]:
    at = clock.now()
    ordered = dialogues.with_state(at).by_urgency().select_related("locale", "body").prefetch_related("phases")
    return rows_for(ordered, at)


def promises_context(request: HttpRequest, body: Body | None = None) -> dict[str, Any]:
    """What is open, owed, answered and promised: of one body, or of the whole municipality."""
    dialogues = visible_dialogues(request.user)
    rows = _rows(dialogues.filter(body=body) if body else dialogues)
    cards = list(zip(rows, cards_for(rows, request), strict=True))
    commitments = owed_rows(rows)
    listed = [row for row in commitments if row.commitment.is_open] if body is None else commitments
    return {
        "open_cards": [card for row, card in cards if row.state == State.OPEN],
        "upcoming_cards": [card for row, card in cards if row.state == State.UPCOMING],
        "overdue_cards": [card for row, card in cards if row.overdue],
        "waiting_cards": [card for row, card in cards if row.state == State.CLOSED and not row.overdue],
        "answered_cards": [card for row, card in cards if row.state in (State.ANSWERED, State.IN_FOLLOW_UP, State.CONCLUDED)][:LATEST],
        "commitments": commitment_items(request, listed),
        "promises": promise_table(promise_figures(rows)),
        "kept_commitments": commitment_table(commitment_figures(commitments)),
        "given": in_words(sum((card.given for _row, card in cards), Counts())),
        "has_dialogues": bool(rows),
    }


def promise_table(figures: PromiseFigures) -> dict[str, Any]:
    """The figures of promised answers: a sentence first, then the table."""
    rows = [
        [_("Answered in time"), figures.kept],
        [_("Answered late"), figures.late],
        [_("Late, not yet answered"), figures.overdue],
    ]
    columns = [_("How it went"), _("Number")]
    return {
        "sentence": promise_sentence(figures),
        "columns": columns,
        "rows": rows if figures.counted else [],
        "note": _waiting_note(figures),
    }


def promise_sentence(figures: PromiseFigures) -> str:
    """ "7 of 9 promises were kept in time." """
    if not figures.counted:
        return _("No promised day has come yet.")
    return ngettext(
        "%(kept)d of %(counted)d promise was kept in time.", "%(kept)d of %(counted)d promises were kept in time.", figures.counted
    ) % {"kept": figures.kept, "counted": figures.counted}


def _waiting_note(figures: PromiseFigures) -> str:
    if not figures.waiting:
        return ""
    return ngettext(
        "%(count)d more promise has a day that has not come yet; it is not counted.",
        "%(count)d more promises have a day that has not come yet; they are not counted.",
        figures.waiting,
    ) % {"count": figures.waiting}


def commitment_table(figures: CommitmentFigures) -> dict[str, Any] | None:
    """The figures of commitments; None where none was made."""
    if not figures.made:
        return None
    sentence = ngettext(
        "%(done)d of %(made)d commitment has been carried out.", "%(done)d of %(made)d commitments have been carried out.", figures.made
    ) % {"done": figures.done + figures.done_late, "made": figures.made}
    rows = [
        [_("Done in time"), figures.done],
        [_("Done too late"), figures.done_late],
        [_("To be done, in time so far"), figures.open],
        [_("Late"), figures.late],
        [_("Will not be done"), figures.dropped],
    ]
    return {"sentence": sentence, "columns": [_("How it goes"), _("Number")], "rows": rows}
