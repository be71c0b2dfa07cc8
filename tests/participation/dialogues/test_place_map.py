"""Small maps on which the places of a dialogue are marked."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from wagtail.models import Site

from cms.models import SiteIdentity
from participation.dialogues.place_map import map_marking
from tests.factories import DialogueFactory, PlaceFactory
from tests.participation.dialogues.dialogue_pages import page

pytestmark = pytest.mark.django_db

BORDER = [[[13.0, 55.3], [13.5, 55.3], [13.5, 55.5], [13.0, 55.3]]]


def test_a_small_map_bears_the_marked_places_alone(site_tree: Any, rf: RequestFactory) -> None:
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    identity.map_outline = BORDER
    identity.save()
    request = rf.get("/")
    request.user = AnonymousUser()
    here, nowhere = PlaceFactory(name="Alstad", latitude="55.45", longitude="13.2"), PlaceFactory(name="Skåre")
    view = map_marking(request, [here, nowhere])
    assert view is not None
    assert [(placed.point.name, placed.point.url, placed.point.is_marked) for placed in view.points] == [("Alstad", "/orter/alstad/", True)]
    assert map_marking(request, [nowhere]) is None


def test_a_dialogue_shows_where_it_is(site_tree: Any) -> None:
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    identity.map_outline = BORDER
    identity.save()
    dialogue = DialogueFactory(open=True)
    dialogue.places.set([PlaceFactory(name="Alstad", latitude="55.45", longitude="13.2")])
    dialogue.save()
    shown = page(dialogue)
    assert "Karta med dialogens orter utmärkta" in shown
    assert 'place-map__point--marked" href="/orter/alstad/" aria-label="Alstad"' in shown
