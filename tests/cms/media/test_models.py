"""Images and their sizes: nothing but pixels, a description instead of a file's name, a placeholder instead of an error."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template
from PIL import Image

from cms.media.models import SiteImage
from tests.cms.media.files import exif, picture, telling, what_it_tells

pytestmark = pytest.mark.django_db

SPECS = ("original", "width-30", "fill-20x20", "max-800x600", "width-30|format-jpeg", "width-30|format-webp", "width-30|format-png")


@pytest.fixture(autouse=True)
def _tree(site_tree):
    pass


def image_of(data: bytes, name: str = "torget.jpg", **fields: object) -> SiteImage:
    return SiteImage.objects.create(title=name, file=ContentFile(data, name=name), **fields)


def put(image: SiteImage, data: bytes) -> SiteImage:
    """Let a stored file hold something else, as before files were cleaned, or after a bad copy."""
    Path(image.file.path).write_bytes(data)
    return SiteImage.objects.get(pk=image.pk)


def stored(file) -> bytes:
    with file.open("rb") as opened:
        return opened.read()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
@pytest.mark.parametrize("spec", SPECS)
def test_no_size_tells_more_than_its_pixels(kind, spec):
    old = put(image_of(telling(kind), f"torget.{kind.lower()}"), telling(kind))
    assert what_it_tells(stored(old.get_rendition(spec).file)) == set()


def test_several_sizes_at_once_tell_no_more():
    old = put(image_of(telling("JPEG")), telling("JPEG"))
    for size in old.get_renditions(*SPECS).values():
        assert what_it_tells(stored(size.file)) == set()


def test_an_old_lying_file_is_shown_upright():
    size = put(image_of(picture()), picture(exif=exif(8))).get_rendition("original")
    assert (size.width, size.height) == (40, 60)


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_every_mode_has_sizes(mode):
    old = put(image_of(picture()), picture(mode=mode))
    for spec in SPECS:
        assert Image.open(BytesIO(stored(old.get_rendition(spec).file))).size[0] > 0


DAMAGED = [picture(size=(400, 300))[:900], b"", b"no picture"]


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_file_has_a_placeholder(data):
    image = put(image_of(picture(), description="Torget"), data)
    size = image.get_rendition("width-30")
    assert size.url.endswith("cms/no-picture.svg")
    assert (size.width, size.height, size.alt) == (30, 20, "Torget")
    assert all(made.url == size.url for made in image.get_renditions("width-30", "width-20").values())
    assert not image.renditions.exists()


def test_a_missing_file_has_a_placeholder():
    image = image_of(picture())
    os.remove(image.file.path)
    assert SiteImage.objects.get(pk=image.pk).get_rendition("width-30").url.endswith("no-picture.svg")


@pytest.mark.parametrize("tag", ["{% image picture width-30 %}", "{% srcset_image picture width-{20,30} format-webp sizes='100vw' %}"])
def test_a_template_shows_the_placeholder(tag):
    image = put(image_of(picture(), description="Torget"), b"\xff\xd8\xff")
    html = Template("{% load wagtailimages_tags %}" + tag).render(Context({"picture": image}))
    assert "no-picture.svg" in html and 'alt="Torget"' in html


def test_one_that_was_damaged_from_the_start_can_be_stored_and_listed():
    image = image_of(b"no picture")
    assert SiteImage.objects.get(pk=image.pk).get_rendition("max-165x165").url.endswith("no-picture.svg")


def test_a_wrong_size_is_still_an_error():
    from wagtail.images.exceptions import InvalidFilterSpecError

    with pytest.raises(InvalidFilterSpecError):
        image_of(picture()).get_rendition("widht-30")


def test_what_stands_for_an_image_is_its_description():
    image = image_of(picture())
    assert image.get_rendition("width-30").alt == ""
    image.description = "Torget en lördag"
    assert image.get_rendition("width-30").alt == "Torget en lördag"
    image.is_decorative = True
    assert image.get_rendition("width-30").alt == ""
