"""News for those who wait: the promised day has passed or was moved, or nothing is new yet."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.following.models import NewsItem
from cms.following.registry import News, Reader
from cms.templatetags.dates import written
from participation.dialogues.promise_history import note_words
from participation.models import ProgressNote
from participation.news.subjects import Subject, subject_of


def promise_overdue(item: NewsItem, reader: Reader) -> News | None:
    """The day has passed and nobody has answered; with the new day and its reason where one was given."""
    subject = subject_of(item, reader)
    if subject is None or subject.row.facts.is_answered or subject.row.facts.cancelled:
        return None
    due = date.fromisoformat(item.data["due"])
    promised = _("The answer was promised by %(day)s, and it has not come.") % {"day": written(due)}
    return subject.news(item, _("The answer is late"), promised, _new_day(subject, due), _responsible(subject))


def _new_day(subject: Subject, due: date) -> str:
    now = subject.row.facts.feedback_due_on
    if now is None or now <= due:
        return _("No new day has been given yet.")
    move = subject.page.promise_changes.exclude(old_date=None).last()
    sentence = _("The new day is %(day)s.") % {"day": written(now)}
    return f"{sentence} {move.reason}".strip() if move is not None else sentence


def _responsible(subject: Subject) -> str:
    person = subject.page.feedback_responsible
    who = person.shown_function if person is not None else ""
    return _("Responsible for the answer: %(who)s.") % {"who": who} if who else ""


def promise_moved(item: NewsItem, reader: Reader) -> News | None:
    """The answer is promised for another day than people were told, and why; a day that was moved once more since makes it old."""
    subject = subject_of(item, reader)
    if subject is None or subject.row.facts.is_answered or subject.row.facts.cancelled:
        return None
    move = subject.page.promise_changes.filter(pk=item.data["change"]).first()
    if move is None or move.new_date != subject.row.facts.feedback_due_on:
        return None
    days = {"before": written(move.old_date), "now": written(move.new_date)}
    passed = move.old_date < timezone.localtime(move.changed_at).date()
    late = _("The answer was promised by %(before)s, and it has not come. The new day is %(now)s.")
    sentence = (late if passed else _("It was promised by %(before)s. The new day is %(now)s.")) % days
    return subject.news(item, _("The day of the answer is moved"), sentence, move.reason, _responsible(subject))


def nothing_new(item: NewsItem, reader: Reader) -> News | None:
    """Said by those who work with it; an answer that has come since makes it old."""
    subject = subject_of(item, reader)
    note = ProgressNote.objects.filter(pk=item.data["note"]).first() if subject is not None else None
    if subject is None or note is None or subject.row.facts.is_answered or subject.row.facts.cancelled:
        return None
    return subject.news(item, _("Nothing new yet"), note_words(note))
