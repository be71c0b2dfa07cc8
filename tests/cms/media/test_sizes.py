"""The worker makes the sizes that pages show, before a visitor asks."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.media.models import SiteImage, SiteRendition
from cms.media.sizes import MAKE_SIZES, PictureSize, all_specs, picture_sizes
from cms.outbox.models import Job
from tests.cms.media.files import picture
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(site_tree) -> SiteImage:
    return SiteImage.objects.create(title="torget", description="Torget", file=ContentFile(picture(), name="torget.jpg"))


def made(image: SiteImage) -> set[str]:
    return set(SiteRendition.objects.filter(image=image).values_list("filter_spec", flat=True))


def test_every_size_that_pages_show_is_made_once(image):
    assert made(image) == set()
    work_off(sweep=False)
    assert made(image) == set(all_specs())
    image.save()
    assert Job.objects.filter(kind=MAKE_SIZES).count() == 1


def test_what_templates_ask_for_is_among_them():
    places = {"fill-240x180|format-webp", "fill-480x360|format-webp", "fill-960x720|format-webp"}
    assert places | {"fill-240x180", "max-320x112|format-png", "width-500"} <= set(all_specs())


def test_a_visitor_makes_none(image):
    work_off(sweep=False)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        for spec in all_specs():
            SiteImage.objects.get(pk=image.pk).get_rendition(spec)
    assert not [query for query in queries if query["sql"].startswith("INSERT")]


def test_a_new_file_and_a_new_focal_point_are_new_causes(image):
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 9
    image.save()
    image.file.save("annan.jpg", ContentFile(picture()))
    assert Job.objects.filter(kind=MAKE_SIZES).count() == 3


def test_a_size_added_later_is_made_of_what_is_there(image):
    work_off(sweep=False)
    picture_sizes.register(PictureSize("test.tiny", "width-{5,6}"))
    try:
        work_off()
        assert {"width-5", "width-6"} <= made(image)
    finally:
        picture_sizes.unregister("test.tiny")


def test_a_damaged_or_deleted_image_gives_no_work(image):
    Path(image.file.path).write_bytes(b"\xff\xd8\xff")
    other = SiteImage.objects.create(title="x", file=ContentFile(picture(), name="x.jpg"))
    other.delete()
    work_off()
    work_off()
    assert set(Job.objects.filter(kind=MAKE_SIZES).values_list("state", flat=True)) == {"dropped"}
