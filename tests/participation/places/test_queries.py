"""Which dialogues concern a place, and the numbers in the list of places."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from cms.organisation.models import Place
from participation.dialogues.queries import visible_dialogues
from participation.places.queries import PlaceRow, concerning, place_rows
from tests.factories import DialogueFactory, PlaceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def at(*places: Place, **given: Any) -> Any:
    """A dialogue that concerns these places, and no others."""
    dialogue = DialogueFactory(**given)
    dialogue.places.set(places)
    dialogue.save()
    return dialogue


def rows() -> dict[str, PlaceRow]:
    return {row.place.name: row for row in place_rows(AnonymousUser())}


def titles(place: Place) -> list[str]:
    return sorted(page.title for page in concerning(visible_dialogues(None), place))


def test_each_state_is_counted_where_it_belongs() -> None:
    alstad, skare = PlaceFactory(name="Alstad"), PlaceFactory(name="Skåre")
    for state in ("upcoming", "open", "closed", "overdue", "answered", "in_follow_up", "concluded", "cancelled", "draft"):
        at(alstad, **{state: True})
    at(alstad, skare, open=True)
    assert rows()["Alstad"] == PlaceRow(alstad, open=2, upcoming=1, waiting=1, overdue=1, answered=3)
    assert rows()["Skåre"] == PlaceRow(skare, open=1)


def test_a_dialogue_without_a_place_concerns_the_whole_municipality() -> None:
    whole, alstad = PlaceFactory(name="Hela kommunen", kind="whole"), PlaceFactory(name="Alstad")
    at(open=True, title="Utan ort")
    at(whole, open=True, title="Hela")
    at(alstad, whole, open=True, title="Båda")
    assert list(rows()) == ["Hela kommunen", "Alstad"], "the whole comes first"
    assert rows()["Hela kommunen"].open == 3
    assert titles(whole) == ["Båda", "Hela", "Utan ort"]
    assert titles(alstad) == ["Båda"]


def test_what_was_merged_counts_where_it_is_now() -> None:
    now = PlaceFactory(name="Alstad")
    then = PlaceFactory(name="Fru Alstad", merged_into=now, is_active=False)
    before = PlaceFactory(name="Västra Alstad", merged_into=then)
    at(before, open=True, title="Förr")
    at(now, before, open=True, title="Nu")
    assert titles(now) == ["Förr", "Nu"]
    assert titles(before) == ["Förr", "Nu"], "its own page keeps what it had"
    assert rows()["Alstad"].number >= 2 and set(rows()) == {"Alstad"}


def test_a_place_that_is_chosen_no_more_is_listed_for_its_dialogues() -> None:
    PlaceFactory(name="Tom", is_active=False)
    at(PlaceFactory(name="Gammal", is_active=False), concluded=True)
    assert set(rows()) == {"Gammal"}
