"""Dialogues as cards: what every list shows of one, in the reader's language."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import translation

from cms import clock
from cms.templatetags.dates import short
from participation.choices import State
from participation.dialogues.cards import Card, cards_for, chip_of, in_first_screen
from participation.dialogues.queries import rows_for
from participation.models import DialoguePage
from tests.factories import ContributionFactory, DialogueFactory, day, translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def request_of_anybody(rf: RequestFactory) -> Any:
    request: Any = rf.get("/")
    request.user = AnonymousUser()
    return request


def cards(request: Any, *pages: Any) -> list[Card]:
    return cards_for(rows_for(pages, clock.now()), request)


def test_a_card_leads_to_the_readers_language_and_says_where_it_has_none(request_of_anybody: Any) -> None:
    both, only = DialogueFactory(title="Torget"), DialogueFactory(title="Parken")
    english = translated(both, title="The square")
    with translation.override("en"):
        first, second = cards(request_of_anybody, both, only)
    assert (first.title, first.lang, first.url) == ("The square", "", english.get_url())
    assert (second.title, second.lang, second.url) == ("Parken", "sv", only.get_url())


def test_a_question_that_is_the_title_is_not_said_twice(request_of_anybody: Any) -> None:
    first, second = cards(request_of_anybody, DialogueFactory(title="Hur?", question="Hur?"), DialogueFactory(question="Hur?"))
    assert (first.question, second.question) == ("", "Hur?")


def test_a_card_counts_to_the_last_day_of_what_may_be_done_now_and_says_what_comes_after(request_of_anybody: Any) -> None:
    phases = [("Tyck till", -7, 3, ["comments.comment"]), ("Håll med", 4, 14, ["comments.support"])]
    pages = [DialogueFactory(upcoming=True), DialogueFactory(phases=phases), DialogueFactory(closed=True)]
    upcoming, is_open, closed = cards(request_of_anybody, *pages)
    assert (is_open.state, is_open.closes) == (State.OPEN.value, day(3).date())
    here = next(station for station in is_open.stations if station.name == "open")
    assert here.in_words == f"{is_open.words}, sedan: håll med till {short(day(14))}"
    assert (upcoming.closes, closed.closes) == (None, None)


def test_a_card_tells_where_it_is_and_how_much_was_said_or_when_a_record_was_held(request_of_anybody: Any) -> None:
    spoken, silent, record = DialogueFactory(), DialogueFactory(), DialogueFactory(record=True)
    ContributionFactory.create_batch(2, dialogue=spoken)
    first, second, third = cards(request_of_anybody, spoken, silent, record)
    place = str(spoken.places.get())
    assert first.meta[0] == place and "2" in first.meta[1]
    assert second.meta == [place] and third.meta == [place, "Våren 2019"]


def test_an_extension_is_told_until_the_answer_has_come(request_of_anybody: Any) -> None:
    pages = [DialogueFactory(**{trait: True}) for trait in ("open", "closed", "answered")]
    for page in pages:
        page.announced_closes_at = day(-100)
    assert [chip_of(row)["extended"] for row in rows_for(pages, clock.now())] == [True, True, False]
    assert [card.extended for card in cards(request_of_anybody, *pages)] == [True, False, False], "a card tells it while one may take part"


def test_many_cards_take_the_queries_of_one(request_of_anybody: Any, count_queries: Any) -> None:
    for number in range(3):
        DialogueFactory(title=f"Dialog {number}")
    pages = list(DialoguePage.objects.canonical().select_related("locale").prefetch_related("phases"))
    cards(request_of_anybody, *pages)
    with clock.at(clock.now()):
        assert count_queries(lambda: cards(request_of_anybody, *pages)) == count_queries(lambda: cards(request_of_anybody, pages[0]))


def test_the_first_picture_of_a_page_is_fetched_at_once(request_of_anybody: Any) -> None:
    shown = in_first_screen(cards(request_of_anybody, *DialogueFactory.create_batch(3)))
    assert [card.eager for card in shown] == [True, False, False]
