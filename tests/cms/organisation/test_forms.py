"""Names in any script get an address that works, two of them too."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.forms import modelform_factory
from django.utils import translation
from wagtail.models import Site

from cms.maps.positions import Position
from cms.models import SiteIdentity
from cms.organisation.forms import NamedForm, PlaceForm
from cms.organisation.models import Place, Topic
from tests.factories import DialogueFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Place, Topic])
@pytest.mark.parametrize(
    ("names", "slugs"), [(("公園", "公園!"), ["gongyuan", "gongyuan-2"]), (("Ön", "ÖN?"), ["on", "on-2"]), (("؟", "…"), ["sida", "sida-2"])]
)
def test_an_address_is_made_of_the_name(model: Any, names: Any, slugs: Any) -> None:
    form_class = modelform_factory(model, form=NamedForm, fields=["name", "slug"])
    for name in names:
        form = form_class({"name": name, "slug": "-"})
        assert form.is_valid(), form.errors
        form.instance.kind = getattr(form.instance, "kind", "")
        form.save()
    assert sorted(model.objects.filter(slug__in=slugs).values_list("slug", flat=True)) == slugs


def test_pages_in_other_scripts_have_addresses(site_tree: Any) -> None:
    pages = [DialogueFactory(title=title, slug="") for title in ("สวน", "สวน", "🌳", "Ön")]
    assert len({page.slug for page in pages}) == 4 and all(page.slug.isascii() for page in pages)
    assert pages[3].slug == "on"


# Where a place lies


PLACE = {"name": "Alstad", "slug": "alstad", "kind": "locality", "is_active": "on"}


def place_form(latitude: str, longitude: str) -> Any:
    form_class = modelform_factory(Place, form=PlaceForm, fields=["name", "slug", "kind", "latitude", "longitude"])
    return form_class({**PLACE, "latitude": latitude, "longitude": longitude})


@pytest.mark.parametrize(("language", "latitude"), [("sv", "55,455"), ("sv", "55.455"), ("en", "55.455")])
def test_degrees_are_written_with_a_comma_or_a_point(language: str, latitude: str) -> None:
    with translation.override(language):
        form = place_form(latitude, "13.215")
        assert form.is_valid(), form.errors
        place = form.save()
    assert place.position == Position(55.455, 13.215)


@pytest.mark.parametrize(
    ("latitude", "longitude", "field"),
    [("55.455", "", "longitude"), ("", "13.215", "longitude"), ("13.215", "55.455", "latitude"), ("norr", "13.2", "latitude")],
)
def test_what_lies_nowhere_is_told_at_its_field(latitude: str, longitude: str, field: str) -> None:
    assert field in place_form(latitude, longitude).errors


def test_a_place_outside_the_municipality_is_told_where_its_border_is_known(site_tree: Any) -> None:
    assert place_form("57.7", "11.97").is_valid()
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    identity.map_outline = [[[13.0, 55.3], [13.5, 55.3], [13.5, 55.5], [13.0, 55.3]]]
    identity.save()
    assert "latitude" in place_form("57.7", "11.97").errors
    assert place_form("55.28", "13.1").is_valid()


def test_half_a_position_is_never_stored() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.create(name="Alstad", slug="alstad", latitude="55.4")
