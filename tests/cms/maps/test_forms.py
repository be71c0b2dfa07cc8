"""The border in the form of the municipality: uploaded, replaced, taken away."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Site

from cms.models import SiteIdentity
from tests.cms.maps.test_outlines import POLYGON, SQUARE
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client_of: Callable[[Any], Client], site_tree: Any) -> Callable[..., Any]:
    """Send the form with a file of this text, or without one."""
    client, site = client_of(UserFactory(admin=True)), Site.objects.get(is_default_site=True)

    def send(text: str | None = None, **given: str) -> Any:
        files = {"map_file": SimpleUploadedFile("border.geojson", text.encode())} if text is not None else {}
        return client.post(f"/admin/settings/cms/siteidentity/{site.pk}/", {"name": "Trelleborgs kommun", **given, **files})

    return send


def outline() -> Any:
    return SiteIdentity.objects.get().map_outline


def test_a_border_is_kept_until_another_replaces_it_or_it_is_taken_away(send: Callable[..., Any]) -> None:
    assert send(json.dumps(POLYGON), map_source="SCB, CC0").status_code == 302
    assert outline() == [SQUARE]
    assert send().status_code == 302
    assert outline() == [SQUARE]
    assert send(map_clear="on").status_code == 302
    assert outline() == []


def test_what_is_no_border_is_told_at_the_field_and_nothing_is_lost(send: Callable[..., Any]) -> None:
    send(json.dumps(POLYGON))
    answer = send("<kml/>")
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"map_file"}
    assert outline() == [SQUARE]
