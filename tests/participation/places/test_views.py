"""The pages of places."""

import re
from typing import Any

import pytest
from django.test import Client

from cms.organisation.models import Place
from participation.models import OtherWay
from tests.factories import PlaceFactory, translated
from tests.participation.bodies.body_pages import part, shown, words
from tests.participation.places.test_queries import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(site_tree: Any) -> Any:
    """A place with a dialogue in each state."""
    place = PlaceFactory(name="Anderslöv", latitude="55.43836", longitude="13.31966")
    for state in ("upcoming", "open", "closed", "overdue", "answered", "in_follow_up"):
        at(place, **{state: True}, title=f"Dialog {state}")
    return place


def test_a_place_shows_each_dialogue_where_it_belongs(place: Any) -> None:
    html = shown("/en/places/anderslov/")
    for anchor, titles in {
        "open": ["Dialog open"],
        "upcoming": ["Dialog upcoming"],
        "late": ["Dialog overdue"],
        "waiting": ["Dialog closed"],
        "answered": ["Dialog answered", "Dialog in_follow_up"],
    }.items():
        assert re.findall(r'card__title"><a [^>]*>([^<]+)', part(html, anchor)) == titles, anchor
    assert "no later than" in words(part(html, "commitments"))
    assert "place=anderslov" in html and "Follow Anderslöv" in html


def test_others_and_drafts_stay_out_and_what_is_open_to_all_is_offered(place: Any) -> None:
    at(PlaceFactory(name="Skåre"), open=True, title="En annans")
    at(place, draft=True, title="Utkast")
    at(open=True, title="För alla")
    html = shown("/orter/anderslov/")
    assert "En annans" not in html and "Utkast" not in html
    assert "För alla" in part(html, "elsewhere")


def test_ways_to_meet_us_come_from_what_is_open(place: Any) -> None:
    dialogue = at(place, open=True, title="Biblioteket")
    OtherWay.objects.create(
        page=dialogue,
        locale=dialogue.locale,
        name="Drop-in på biblioteket",
        address="Landsvägen 30",
        hours="Tisdag 15–18",
        phone="0410-73 30 00",
    )
    closed = at(place, closed=True)
    OtherWay.objects.create(page=closed, locale=closed.locale, name="Förbi", address="Någonstans")
    html = part(shown("/orter/anderslov/"), "meet")
    assert "Drop-in på biblioteket" in html and 'href="tel:0410733000"' in html and f'href="{dialogue.url}"' in html
    assert "Förbi" not in html


def test_an_empty_place_invites_and_an_unknown_one_is_missing(site_tree: Any) -> None:
    PlaceFactory(name="Skåre")
    assert "There has been no dialogue here yet." in shown("/en/places/skare/")
    assert Client().get("/orter/finns-inte/").status_code == 404


def test_a_former_slug_leads_on_with_its_query(site_tree: Any) -> None:
    place = PlaceFactory(name="Gislöv", slug="gislov")
    place.slug = "gislovs-lage"
    place.save()
    answer = Client().get("/en/places/gislov/?x=1")
    assert (answer.status_code, answer["Location"]) == (302, "/en/places/gislovs-lage/?x=1")


def test_a_merged_place_names_what_it_is_part_of_and_an_inactive_one_says_so(site_tree: Any) -> None:
    now = PlaceFactory(name="Alstad")
    PlaceFactory(name="Fru Alstad", merged_into=now)
    PlaceFactory(name="Gammal", is_active=False)
    html = shown("/en/places/fru-alstad/")
    assert "This is now a part of Alstad." in html and 'href="/en/places/alstad/"' in html
    assert "New dialogues no longer name this place." in shown("/en/places/gammal/")


def test_all_places_stand_in_a_list_with_what_is_open_and_on_a_map(place: Any) -> None:
    PlaceFactory(name="Skåre", latitude="55.378", longitude="13.055")
    PlaceFactory(name="Okänd")
    html = shown("/en/places/")
    said = words(html)
    assert "Anderslöv 1 open dialogue" in said and "Skåre" in said and "Okänd" in said
    assert html.count('class="place-map__point') == 2
    assert 'aria-label="Anderslöv, 1 open dialogue"' in html and 'data-latitude="55.43836"' in html
    assert "Nothing is sent" in said or "nothing is sent" in said


def test_no_place_at_all(site_tree: Any) -> None:
    Place.objects.all().delete()
    assert "No places have been entered yet." in shown("/en/places/")


def test_the_english_page_links_translations(place: Any) -> None:
    copy = translated(at(place, open=True, title="Skolvägar"), title="School ways")
    assert f'<a href="{copy.url}">School ways</a>' in shown("/en/places/anderslov/")
