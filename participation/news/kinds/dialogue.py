"""News of a dialogue's course: opened, a phase has begun, an update, extended, cancelled, resumed."""

from datetime import date
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from cms.following.models import NewsItem
from cms.following.registry import News, Reader
from cms.templatetags.dates import written
from participation.choices import State
from participation.deadline import last_day
from participation.news.subjects import Subject, subject_of
from participation.registry import right_choices


def opened(item: NewsItem, reader: Reader) -> News | None:
    """The first phase has opened, and it is open still."""
    subject = subject_of(item, reader)
    if subject is None or subject.row.state != State.OPEN:
        return None
    until = subject.row.deadline.sentence(written)
    return subject.news(item, _("Now you can take part"), subject.says("question"), subject.says("introduction"), until)


def phase_begun(item: NewsItem, reader: Reader) -> News | None:
    """A later phase has begun and has not ended."""
    subject = subject_of(item, reader)
    if subject is None or subject.row.state != State.OPEN:
        return None
    phase = next((phase for phase in subject.page.phases.all() if str(phase.translation_key) == item.data["phase"]), None)
    if phase is None or not phase.is_open(subject.row.at):
        return None
    heading = _("A new phase has begun: %(name)s") % {"name": subject.child("phases", phase, "name")}
    return subject.news(item, heading, _what_may_be_done(phase), subject.row.deadline.sentence(written))


def _what_may_be_done(phase: Any) -> str:
    rights = dict(right_choices())
    may = get_text_list([str(rights[right]) for right in phase.rights if right in rights], _("and"))
    return _("You can %(may)s.") % {"may": may} if may else _("People take part in other ways, as the page says.")


def update(item: NewsItem, reader: Reader) -> News | None:
    """An editor's update that stands on the page still."""
    subject = subject_of(item, reader)
    if subject is None:
        return None
    row = next((row for row in subject.page.updates.all() if str(row.translation_key) == item.data["update"]), None)
    return subject.news(item, _("An update"), subject.child("updates", row, "text")) if row is not None else None


def extended(item: NewsItem, reader: Reader) -> News | None:
    """It is open longer than was announced, to the day that this news tells."""
    subject = subject_of(item, reader)
    if subject is None or not _lasts_until(subject, date.fromisoformat(item.data["last_day"])):
        return None
    announced = subject.page.announced_closes_at
    days = {"now": written(date.fromisoformat(item.data["last_day"])), "before": written(last_day(announced)) if announced else ""}
    sentence = _("It was to close on %(before)s. The last day is now %(now)s.") % days
    return subject.news(item, _("The dialogue is open longer"), sentence)


def _lasts_until(subject: Subject, day: date) -> bool:
    return subject.row.extended and subject.row.state == State.OPEN and subject.row.facts.last_day == day


def cancelled(item: NewsItem, reader: Reader) -> News | None:
    """It was cancelled, and why."""
    subject = subject_of(item, reader)
    if subject is None or not subject.row.facts.cancelled:
        return None
    on = _("It was cancelled on %(day)s.") % {"day": written(subject.row.facts.cancelled_on)}
    return subject.news(item, _("The dialogue has been cancelled"), on, subject.says("cancelled_reason"))


def resumed(item: NewsItem, reader: Reader) -> News | None:
    """It goes on after it was cancelled."""
    subject = subject_of(item, reader)
    if subject is None or subject.row.facts.cancelled:
        return None
    due = subject.row.facts.feedback_due_on
    promised = _("The answer is promised by %(day)s.") % {"day": written(due)} if due and not subject.row.facts.is_answered else ""
    return subject.news(item, _("The dialogue goes on"), _("It was cancelled, and is taken up again."), promised)
