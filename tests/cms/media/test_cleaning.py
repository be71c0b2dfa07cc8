"""Pictures that were stored before files were cleaned hold nothing but their pixels in the end."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from PIL import Image

from cms.media.cleaning import clean_some
from cms.media.models import SiteImage
from tests.cms.media.files import exif, picture, telling, what_it_tells

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def _tree(site_tree):
    """Collections and a site."""


def stored_before(data: bytes, name: str = "torget.jpg", **fields: object) -> SiteImage:
    """An image as it was kept when nothing cleaned it."""
    image = SiteImage.objects.create(title="torget", description="Torget", file=ContentFile(picture(), name=name))
    Path(image.file.path).write_bytes(data)
    SiteImage.objects.filter(pk=image.pk).update(is_cleaned=False, **fields)
    return SiteImage.objects.get(pk=image.pk)


def content(image: SiteImage) -> bytes:
    with SiteImage.objects.get(pk=image.pk).open_file() as file:
        return bytes(file.read())


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("GIF", "a.gif")])
def test_an_old_file_is_written_anew_once(kind, name, django_capture_on_commit_callbacks):
    image = stored_before(telling(kind), name)
    old = Path(image.file.path)
    with django_capture_on_commit_callbacks(execute=True):
        assert clean_some() == 1
    image.refresh_from_db()
    assert not what_it_tells(content(image)) and image.is_cleaned
    assert not old.exists() and Path(image.file.path).exists()
    assert image.file_size == len(content(image)) and clean_some() == 0


def test_a_new_picture_is_not_looked_at():
    SiteImage.objects.create(title="torget", description="Torget", file=ContentFile(telling("JPEG"), name="torget.jpg"))
    assert clean_some() == 0


def test_a_plain_file_is_left_as_it_is():
    image = stored_before(picture())
    assert clean_some() == 1
    assert content(image) == picture() and SiteImage.objects.get(pk=image.pk).file.name == image.file.name


@pytest.mark.parametrize("data", [b"", b"no picture", telling("JPEG")[:-400]])
def test_what_nobody_can_read_stops_nothing(data):
    stored_before(data)
    assert (clean_some(), clean_some()) == (1, 0)


def test_a_file_that_is_gone_stops_nothing():
    Path(stored_before(picture()).file.path).unlink()
    assert (clean_some(), clean_some()) == (1, 0)


def test_a_turned_picture_stands_upright_and_has_no_wrong_focus():
    image = stored_before(picture(exif=exif(orientation=6)), focal_point_x=10, focal_point_y=5, focal_point_width=4, focal_point_height=4)
    clean_some()
    image.refresh_from_db()
    assert (image.width, image.height) == Image.open(BytesIO(content(image))).size == (40, 60)
    assert not image.has_focal_point()


def test_the_focus_of_a_picture_that_becomes_smaller_stays_where_it_was(monkeypatch):
    monkeypatch.setattr("cms.media.pictures.LONGEST_SIDE", 30)
    image = stored_before(telling("JPEG"), focal_point_x=40, focal_point_y=20, focal_point_width=8, focal_point_height=8)
    clean_some()
    image.refresh_from_db()
    assert (image.width, image.height, image.focal_point_x, image.focal_point_y) == (30, 20, 20, 10)


def test_the_command_looks_at_all_of_them(capsys):
    images = [stored_before(telling("JPEG")) for _number in range(3)]
    call_command("clean_pictures")
    assert not any(what_it_tells(content(image)) for image in images)
    assert "3" in capsys.readouterr().out
