"""What a dialogue's page says of its promise: how the day was moved, and that nothing is new yet."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Value
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.templatetags.dates import written
from participation.models import DialoguePage, FeedbackPromiseChange, ProgressNote


@dataclass(frozen=True)
class PromiseHistory:
    """Everything that was said of one dialogue's promise, oldest first."""

    moves: list[FeedbackPromiseChange]
    notes: list[ProgressNote]

    @property
    def last_move(self) -> FeedbackPromiseChange | None:
        return self.moves[-1] if self.moves else None


def history_of(dialogue: DialoguePage) -> PromiseHistory:
    """Moves and notes in one query; a page that is not stored yet has said nothing."""
    if dialogue.pk is None:
        return PromiseHistory([], [])
    moved = dialogue.promise_changes.exclude(old_date=None).order_by()
    noted = dialogue.progress_notes.order_by()
    moves = moved.values_list(Value("move"), "changed_at", "pk", "reason", "new_date", "old_date")
    notes = noted.values_list(Value("note"), "written_at", "pk", "next_step", "next_by", F("next_by"))
    history = PromiseHistory([], [])
    for kind, at, pk, text, day, old in sorted(moves.union(notes, all=True), key=lambda row: row[1:3]):
        if kind == "move":
            history.moves.append(FeedbackPromiseChange(pk=pk, changed_at=at, reason=text, new_date=day, old_date=old))
        else:
            history.notes.append(ProgressNote(pk=pk, written_at=at, next_step=text, next_by=day))
    return history


def moved_sentence(move: FeedbackPromiseChange) -> str:
    """The day that was promised, and the one that is promised now."""
    days = {"old": written(move.old_date), "new": written(move.new_date)}
    if move.old_date and timezone.localtime(move.changed_at).date() > move.old_date:
        return _("The answer should have come by %(old)s. The new day is %(new)s.") % days
    return _("The answer was first promised by %(old)s. The new day is %(new)s.") % days


def moved_notice(move: FeedbackPromiseChange, lang: str) -> dict[str, Any]:
    """A notice for the page; the reason is the editor's own words, in `lang`."""
    reason = format_html(_("Reason: {reason}"), reason=_in_language(move.reason, lang)) if move.reason else ""
    return {"kind": "info", "title": _("The answer has a new day."), "text": moved_sentence(move), "more": reason}


def note_words(note: ProgressNote) -> str:
    """A note's sentence: nothing new, and what comes next."""
    return _("Nothing new yet. Next: {step}, by {day}.").format(step=note.next_step, day=written(note.next_by))


def _note_on_page(note: ProgressNote, lang: str) -> SafeString:
    """A note's sentence as HTML: nothing new, and the next step in the editor's own words, in `lang`."""
    step = _in_language(note.next_step, lang)
    return format_html(_("Nothing new yet. Next: {step}, by {day}."), step=step, day=written(note.next_by))


def _in_language(text: str, lang: str) -> str:
    return format_html('<span lang="{}">{}</span>', lang, text) if lang else text


def note_items(notes: list[ProgressNote], lang: str) -> list[dict[str, Any]]:
    """Notes as dated news of the page."""
    return [{"date": timezone.localtime(note.written_at).date(), "text": _note_on_page(note, lang)} for note in notes]
