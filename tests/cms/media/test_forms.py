"""What the admin's forms take: whole pictures with a description, documents that take the place of others."""

import json

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection

from cms.media.models import SiteDocument, SiteImage
from tests.cms.media.files import picture, telling, what_it_tells
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

ADD = reverse("wagtailimages:add")
MANY = reverse("wagtailimages:add_multiple")
CHOOSER = reverse("wagtailimages_chooser:create")


@pytest.fixture
def admin(site_tree, client_of):
    return client_of(UserFactory(admin=True))


def upload(data: bytes, name: str = "torget.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "image/jpeg")


def form(data: bytes = b"", name: str = "torget.jpg", **fields: object) -> dict[str, object]:
    return {"title": "torget", "description": "Torget en lördag", "file": upload(data or picture(), name), **fields}


def added(admin, **fields: object) -> SiteImage:
    response = admin.post(ADD, form(**fields))
    assert response.status_code == 302, response.context["form"].errors
    return SiteImage.objects.get()


def refused(admin, **fields: object) -> dict[str, list[str]]:
    response = admin.post(ADD, form(**fields))
    assert response.status_code == 200
    assert not SiteImage.objects.exists()
    return dict(response.context["form"].errors)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_an_upload_is_cleaned(admin, kind):
    image = added(admin, data=telling(kind), name=f"Torget (1) åäö.{kind}")
    with image.file.open("rb") as file:
        assert what_it_tells(file.read()) == set()
    assert image.file_size == image.file.size
    kept = image.file_hash
    image._set_file_hash()
    assert image.file_hash == kept


def test_a_truncated_one_is_refused_in_words(admin):
    whole = picture(size=(400, 300))
    assert "skadad" in refused(admin, data=whole[: len(whole) // 2])["file"][0]


def test_too_many_pixels_are_refused_in_words(admin, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 2_000_000
    sentence = refused(admin, data=picture("PNG", size=(2100, 1000)), name="torget.png")["file"][0]
    assert "2\xa0100 × 1\xa0000" in sentence and "högst 2" in sentence


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"no picture", "torget.jpg"),
        (picture("PNG"), "torget.jpg"),
        (picture(), "torget.svg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "torget.png"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "torget.jpg"),
        (picture(), "torget.heic"),
    ],
)
def test_what_is_no_picture_that_is_shown_here_is_refused(admin, data, name):
    assert list(refused(admin, data=data, name=name)) == ["file"]


def test_the_right_ending_is_told(admin):
    assert ".png" in refused(admin, data=picture("PNG"))["file"][0]


@pytest.mark.parametrize("description", ["", "   ", "IMG_2034", "torget.jpg"])
def test_what_the_picture_shows_is_asked_for(admin, description):
    assert list(refused(admin, description=description)) == ["description"]


def test_one_that_only_decorates_needs_no_words(admin):
    assert added(admin, description="", is_decorative="on").default_alt_text == ""


def test_many_are_described_one_by_one(admin):
    answer = json.loads(
        admin.post(MANY, {"title": "torget", "files[]": upload(telling("JPEG"))}, headers={"X-Requested-With": "XMLHttpRequest"}).content
    )
    assert answer["success"] and not SiteImage.objects.exists()
    number = answer["uploaded_file_id"]
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[number])
    words = {f"uploaded-image-{number}-title": "torget", f"uploaded-image-{number}-description": ""}
    assert not json.loads(admin.post(address, words, headers={"X-Requested-With": "XMLHttpRequest"}).content)["success"]
    words[f"uploaded-image-{number}-description"] = "Torget en lördag"
    assert json.loads(admin.post(address, words, headers={"X-Requested-With": "XMLHttpRequest"}).content)["success"]
    with SiteImage.objects.get().file.open("rb") as file:
        assert what_it_tells(file.read()) == set()


def test_a_damaged_one_among_many_is_refused_in_words(admin):
    answer = json.loads(admin.post(MANY, {"title": "x", "files[]": upload(picture(size=(400, 300))[:900])}).content)
    assert not answer["success"] and "skadad" in answer["error_message"]


def test_the_chooser_asks_too(admin):
    fields = {f"image-chooser-upload-{name}": value for name, value in form(description="").items()}
    assert not SiteImage.objects.exists()
    assert admin.post(CHOOSER, fields).status_code == 200
    assert not SiteImage.objects.exists()
    fields = {f"image-chooser-upload-{name}": value for name, value in form().items()}
    assert json.loads(admin.post(CHOOSER, fields).content)["result"]["default_alt_text"] == "Torget en lördag"


def test_words_are_changed_without_the_file(admin):
    image = added(admin)
    address = reverse("wagtailimages:edit", args=[image.pk])
    assert admin.post(address, {"title": "torget", "description": "Torget i regn"}).status_code == 302
    image.refresh_from_db()
    assert image.description == "Torget i regn"


@pytest.fixture
def gone(site_tree) -> str:
    """The address of a document that was deleted."""
    row = SiteDocument.objects.create(title="Protokoll", file=ContentFile(b"%PDF-1.7", name="protokoll.pdf"))
    address = row.url
    row.delete()
    return address


def add_document(client, **fields: object):
    file = SimpleUploadedFile("rattat.pdf", b"%PDF-1.7", "application/pdf")
    return client.post(reverse("wagtaildocs:add"), {"title": "Rättat", "file": file, **fields})


@pytest.mark.parametrize("host", ["", "https://delta.example.org"])
def test_a_document_takes_the_place_of_a_deleted_one(admin, client, gone, host):
    assert add_document(admin, replaces=host + gone).status_code == 302
    assert client.get(gone)["Location"] == SiteDocument.objects.get().url


def test_another_place_is_not_taken(admin, gone):
    there = SiteDocument.objects.create(title="X", file=ContentFile(b"x", name="x.pdf"))
    for address in ("protokoll.pdf", there.url, "/_/documents/999999/x.pdf"):
        response = add_document(admin, replaces=address)
        assert response.status_code == 200 and "replaces" in response.context["form"].errors
    assert SiteDocument.objects.count() == 1


def test_the_place_of_anothers_is_not_taken(client_of, dag, site_tree, gone):
    """An editor takes over what lay where they may add documents."""
    own = Collection.get_first_root_node().add_child(name="Egna")
    from django.contrib.auth.models import Permission
    from wagtail.models import GroupCollectionPermission

    for permission in Permission.objects.filter(content_type__app_label="wagtaildocs", codename__in=("add_document", "change_document")):
        GroupCollectionPermission.objects.create(group=dag.groups.first(), collection=own, permission=permission)
    response = add_document(client_of(dag), replaces=gone, collection=own.pk)
    assert "replaces" in response.context["form"].errors
