"""A picture is stored clean by whatever road it comes."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from cms.media.fields import CleanUpload, PictureUploadField, too_large
from cms.media.models import SiteImage
from tests.cms.media.files import exif, picture, telling, what_it_tells

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tree(site_tree):
    pass


def image_of(data: bytes, name: str = "torget.jpg") -> SiteImage:
    return SiteImage.objects.create(title=name, file=ContentFile(data, name=name))


def stored(image: SiteImage) -> bytes:
    with image.file.open("rb") as file:
        return file.read()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_a_file_is_stored_as_its_pixels(kind):
    image = image_of(telling(kind), f"torget.{kind.lower()}")
    assert what_it_tells(stored(image)) == set()
    assert (image.width, image.height) == (60, 40)


def test_a_lying_picture_is_stored_upright():
    image = image_of(picture(exif=exif(6)))
    assert (image.width, image.height) == (40, 60)
    size = image.get_rendition("original")
    assert (size.width, size.height) == (40, 60)


def test_a_file_that_is_put_in_its_place_is_cleaned_too():
    image = image_of(picture())
    image.file.save("annan.jpg", ContentFile(telling("JPEG")), save=False)
    image.save()
    assert what_it_tells(stored(image)) == set()


def test_what_cannot_be_read_is_stored_as_it_is_and_has_no_size():
    image = image_of(b"no picture")
    assert stored(image) == b"no picture"
    again = SiteImage.objects.get(pk=image.pk)
    assert (again.width, again.height) == (1, 1)


def test_an_upload_that_the_form_has_cleaned_is_not_written_twice():
    upload = PictureUploadField().to_python(SimpleUploadedFile("torget.jpg", telling("JPEG")))
    assert isinstance(upload, CleanUpload)
    kept = upload.read()
    image = SiteImage.objects.create(title="torget", file=upload)
    assert stored(image) == kept
    assert BytesIO(kept).read(2) == b"\xff\xd8"


@pytest.mark.parametrize(
    ("data", "code"), [(b"x", "invalid_image"), (picture()[:300], "invalid_image"), (picture("PNG"), "invalid_image_known_format")]
)
def test_a_form_refuses_what_it_cannot_show(data, code):
    with pytest.raises(ValidationError) as refused:
        PictureUploadField().to_python(SimpleUploadedFile("torget.jpg", data))
    assert refused.value.code == code


def test_an_empty_or_too_heavy_file_is_refused(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    with pytest.raises(ValidationError):
        PictureUploadField().to_python(SimpleUploadedFile("torget.jpg", b""))
    with pytest.raises(ValidationError) as refused:
        PictureUploadField().to_python(SimpleUploadedFile("torget.jpg", picture()))
    assert refused.value.code == "file_too_large"


def test_how_large_it_may_be_is_said():
    assert "högst 50" in str(too_large((9000, 7000))) and "63 megapixlar" in str(too_large((9000, 7000)))
    assert "högst 50" in str(too_large(None))
