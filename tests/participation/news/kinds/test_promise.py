"""Those who follow hear that an answer is late three working days after the promised day, with the new day if there is one."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms import clock
from cms.following.models import NewsItem
from cms.following.registry import News, Reader, news_kinds
from participation.choices import OutcomeStep
from participation.events.names import DIALOGUE, MOVED, OVERDUE
from participation.models import DialoguePage
from participation.news.registration import look_for_news
from tests import factories

pytestmark = pytest.mark.django_db

DUE = date(2026, 6, 17)  # the Wednesday before Midsummer: three working days later it is Tuesday the 23rd
REASON = "Nämnden har bett om en räkning till."


def on(day: date, hour: int = 9) -> Any:
    return clock.at(timezone.make_aware(datetime.combine(day, time(hour))))


def late_items() -> list[NewsItem]:
    look_for_news()
    return list(NewsItem.objects.filter(kind=OVERDUE).order_by("pk"))


def read(item: NewsItem) -> News | None:
    """What somebody who is not signed in is told."""
    kind = news_kinds.get(item.kind)
    assert kind is not None
    news: News | None = kind.compose(item, Reader(None, "sv"))
    return news


@pytest.fixture
def dialogue(site_tree: Any) -> Any:
    with on(DUE - timedelta(days=30)):
        return factories.DialogueFactory(closed=True, feedback_due_on=DUE, title="Torget")


def move(page: Any, to: date, by: Any) -> None:
    draft = DialoguePage.objects.get(pk=page.pk)
    draft.feedback_due_on, draft.due_change_reason = to, REASON
    draft.save_revision(user=by).publish(user=by)


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2026, 6, 18), 0), (date(2026, 6, 20), 0), (date(2026, 6, 22), 0), (date(2026, 6, 23), 1), (date(2026, 6, 24), 1)],
)
def test_three_working_days_over_midsummer(dialogue: Any, day: date, told: int) -> None:
    with on(day):
        assert len(late_items()) == told


@pytest.mark.parametrize(("day", "told"), [(date(2026, 4, 7), 0), (date(2026, 4, 8), 1)])
def test_three_working_days_over_easter(site_tree: Any, day: date, told: int) -> None:
    with on(date(2026, 3, 1)):
        factories.DialogueFactory(closed=True, feedback_due_on=date(2026, 4, 1))
    with on(day):
        assert len(late_items()) == told


def test_once_and_to_whoever_follows_the_dialogue(dialogue: Any) -> None:
    for day in range(6, 12):
        with on(DUE + timedelta(days=day)):
            items = late_items()

    [item] = items
    assert (DIALOGUE, dialogue.pk) in item.targets.values_list("kind", "object_id")


def test_says_the_day_and_that_there_is_no_new_one(dialogue: Any) -> None:
    with on(date(2026, 6, 23)):
        news = read(late_items()[0])

    assert news is not None
    assert "onsdag 17 juni" in news.text
    assert "Ingen ny dag" in news.text


def test_says_the_new_day_and_why_when_it_is_read_after_the_move(dialogue: Any, cecilia: Any) -> None:
    with on(date(2026, 6, 23)):
        [item] = late_items()
    with on(date(2026, 6, 24)):
        move(dialogue, date(2026, 9, 1), cecilia)
        news = read(item)

    assert news is not None
    assert "onsdag 17 juni" in news.text
    assert "tisdag 1 september" in news.text
    assert REASON in news.text


def test_an_answer_in_the_meantime_is_no_late_one(dialogue: Any) -> None:
    with on(date(2026, 6, 19)):
        factories.OutcomeFactory(dialogue=dialogue, step=OutcomeStep.DECIDED)
    with on(date(2026, 6, 23)):
        assert late_items() == []


def test_an_answer_after_it_was_written_leaves_nothing_to_tell(dialogue: Any) -> None:
    with on(date(2026, 6, 23)):
        [item] = late_items()
        factories.OutcomeFactory(dialogue=dialogue, step=OutcomeStep.DECIDED)
        assert read(item) is None


@pytest.mark.parametrize(("day", "is_late"), [(date(2026, 6, 16), False), (DUE, False), (date(2026, 6, 18), True)])
def test_a_moved_day_is_told_once_and_says_whether_it_had_passed(dialogue: Any, cecilia: Any, day: date, is_late: bool) -> None:
    """The move tells the day, the new one and why; three working days later the same again would be a second mail of one event."""
    with on(day):
        move(dialogue, date(2026, 9, 1), cecilia)
        [moved] = NewsItem.objects.filter(kind=MOVED)
        news = read(moved)
    with on(date(2026, 6, 23)):
        assert late_items() == []

    assert news is not None
    assert "onsdag 17 juni" in news.text and "tisdag 1 september" in news.text and REASON in news.text
    assert ("har inte kommit" in news.text) is is_late


def test_the_new_day_is_late_when_it_passes_too(dialogue: Any, cecilia: Any) -> None:
    with on(date(2026, 6, 18)):
        move(dialogue, date(2026, 9, 1), cecilia)
    with on(date(2026, 9, 3)):
        assert late_items() == []
    with on(date(2026, 9, 4)):
        [item] = late_items()
    assert item.data["due"] == "2026-09-01"
