"""A page links one style sheet: the site's file, or that file with what the municipality has chosen."""

import re

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Site

from cms.components.build import TARGET, TYPEFACE
from cms.models import SiteIdentity
from cms.theme.style_sheet import text_for, theme_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def identity(site_tree, settings, tmp_path) -> SiteIdentity:
    settings.MEDIA_ROOT = str(tmp_path)
    return SiteIdentity.for_site(Site.objects.get(is_default_site=True))


def give_typeface(identity: SiteIdentity) -> None:
    identity.typeface = ContentFile(TYPEFACE.read_bytes(), name="x.woff2")
    identity.full_clean()
    identity.save()


def sheets(client) -> list[str]:
    return re.findall(r'<link rel="stylesheet" href="([^"]+)"', client.get("/").content.decode())


def test_without_a_choice_it_is_the_file_of_the_site(identity, client) -> None:
    assert sheets(client) == ["/static/cms/site.css"]
    assert theme_of(identity).typeface == "/static/cms/gensvar-serif.woff2"


def test_a_colour_stands_last_in_the_one_style_sheet(identity, client) -> None:
    identity.accent = "#8a1538"
    identity.save()
    (address,) = sheets(client)
    assert address.startswith("/_/site.css?v=")
    response = client.get(address)
    assert response.content.decode().endswith(":root{--accent:#8a1538}\n")
    assert TARGET.read_text()[-400:] in response.content.decode()
    assert '"/static/cms/gensvar-serif.woff2"' in response.content.decode()
    assert (response["Content-Type"], "immutable" in response["Cache-Control"]) == ("text/css; charset=utf-8", True)


def test_its_address_changes_with_the_colour(identity) -> None:
    addresses = set()
    for identity.accent in ("#8a1538", "#0b5d66"):
        addresses.add(theme_of(identity).style_sheet)
    assert len(addresses) == 2


def test_a_typeface_of_the_municipality_takes_the_headings_with_fallbacks_of_its_measure(identity, client) -> None:
    give_typeface(identity)
    text = text_for(identity)
    assert '--serif:"Municipality", "Municipality Georgia"' in text
    assert f'font-family:"Municipality";src:url("{theme_of(identity).typeface}")' in text
    assert f'<link rel="preload" href="{theme_of(identity).typeface}" as="font"' in client.get("/").content.decode()
