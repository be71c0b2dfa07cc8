"""An image in a text: nothing but pixels, words instead of a file's name, a placeholder instead of an error."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from wagtail.images.formats import get_image_formats
from wagtail.rich_text import expand_db_html

from cms.media.image_formats import DescribedFormat
from cms.media.models import SiteImage, SiteRendition
from tests.cms.media.files import picture, telling, what_it_tells

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(site_tree) -> SiteImage:
    return SiteImage.objects.create(title="IMG_2034", description="Torget", file=ContentFile(picture(), name="IMG_2034.jpg"))


def shown(image: SiteImage, alt: str, name: str = "fullwidth") -> str:
    return expand_db_html(f'<embed embedtype="image" id="{image.pk}" format="{name}" alt="{alt}"/>')


def test_every_format_is_ours():
    assert [known.name for known in get_image_formats()] == ["fullwidth", "left", "right"]
    assert all(isinstance(known, DescribedFormat) for known in get_image_formats())


@pytest.mark.parametrize("name", ["fullwidth", "left", "right"])
def test_a_text_shows_pixels_only(image, name):
    Path(image.file.path).write_bytes(telling("JPEG"))
    assert "/_/images/" in shown(image, "Torget", name)
    with SiteRendition.objects.get().file.open("rb") as file:
        assert what_it_tells(file.read()) == set()


@pytest.mark.parametrize(
    ("written", "read_out"), [("IMG_2034", "Torget"), ("IMG_2034.JPG", "Torget"), ("Torget i regn", "Torget i regn"), ("", "")]
)
def test_no_file_name_is_read_out(image, written, read_out):
    assert f'alt="{read_out}"' in shown(image, written)


def test_a_damaged_one_has_its_placeholder(image):
    Path(image.file.path).write_bytes(picture()[:300])
    assert "no-picture.svg" in shown(image, "Torget")
