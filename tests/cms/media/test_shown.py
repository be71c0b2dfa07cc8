"""Images as pages show them: every size with its width, read in bulk."""

from typing import Any

import pytest
from django.core.files.base import ContentFile

from cms.media.models import SiteImage
from cms.media.shown import shown_pictures
from tests.cms.media.files import picture

pytestmark = pytest.mark.django_db

SPEC = "fill-{40x30,80x60} format-webp"


def stored(description: str = "Torget", **fields: Any) -> SiteImage:
    file = ContentFile(picture(size=(200, 100)), name="torget.jpg")
    return SiteImage.objects.create(title="torget", description=description, file=file, **fields)


def test_a_picture_has_its_sizes_with_their_widths_and_what_is_read_out() -> None:
    image = stored()
    shown = shown_pictures([image.pk, None], SPEC)[image.pk]
    assert (shown.width, shown.height, shown.description) == (80, 60, "Torget")
    assert [part.split()[-1] for part in shown.srcset.split(", ")] == ["40w", "80w"]
    assert shown.src in shown.srcset


def test_a_small_picture_is_not_enlarged_and_said_once() -> None:
    file = ContentFile(picture(size=(30, 20)), name="litet.jpg")
    image = SiteImage.objects.create(title="litet", is_decorative=True, description="Litet", file=file)
    shown = shown_pictures([image.pk], SPEC)[image.pk]
    assert len(shown.srcset.split(", ")) == 1 and shown.description == ""


def test_a_file_that_is_gone_has_a_placeholder() -> None:
    image = stored()
    image.file.storage.delete(image.file.name)
    assert "no-picture" in shown_pictures([image.pk], SPEC)[image.pk].src


def test_many_take_the_queries_of_one(count_queries: Any) -> None:
    numbers = [stored().pk for _number in range(4)]
    shown_pictures(numbers, SPEC)
    assert count_queries(lambda: shown_pictures(numbers, SPEC)) == count_queries(lambda: shown_pictures(numbers[:1], SPEC))
    assert count_queries(lambda: shown_pictures([None], SPEC)) == 0
