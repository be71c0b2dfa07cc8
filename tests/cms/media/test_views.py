"""Files are served to those who may see them; only open ones may be cached."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction

from cms.media.models import SiteDocument, SiteImage
from cms.organisation.staff import staff_group
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def collection(site_tree) -> Collection:
    return Collection.get_first_root_node().add_child(name="Arkiv")


def restrict(collection: Collection, kind: str) -> None:
    restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind, password="hemligt")
    if kind == CollectionViewRestriction.GROUPS:
        restriction.groups.set([staff_group()])


def document(collection: Collection, name: str = "protokoll.pdf", content: bytes = b"%PDF-1.7") -> SiteDocument:
    return SiteDocument.objects.create(title="Protokoll", file=ContentFile(content, name=name), collection=collection)


def rendition(collection: Collection) -> str:
    picture = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(picture, "PNG")
    picture.seek(0)
    image = SiteImage.objects.create(title="Hamnen", file=ImageFile(picture, name="hamnen.png"), collection=collection)
    return image.get_rendition("width-20").url


def test_an_open_document_may_be_cached(client, collection):
    response = client.get(document(collection).url)
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == b"%PDF-1.7"
    assert response["Cache-Control"] == "public, max-age=3600"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("default-src 'none'")


def test_an_open_image_may_be_cached(client, collection):
    response = client.get(rendition(collection))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert "public" in response["Cache-Control"]


@pytest.mark.parametrize("kind", ["groups", "login", "password"])
def test_a_restricted_file_is_for_staff_and_never_stored(client, client_of, collection, astrid, bo, kind):
    restrict(collection, kind)
    for address in (document(collection).url, rendition(collection)):
        assert client.get(address).status_code == 404
        assert client_of(astrid).get(address).status_code == 404
        for person in (bo, UserFactory(admin=True)):
            response = client_of(person).get(address)
            assert response.status_code == 200
            assert "no-store" in response["Cache-Control"]
            assert "private" in response["Cache-Control"]


def test_a_restriction_holds_for_collections_below(client, collection):
    below = collection.add_child(name="Under")
    restrict(collection, "groups")
    assert client.get(document(below).url).status_code == 404


@pytest.mark.parametrize(
    ("name", "disposition"), [("a.pdf", "inline"), ("a.txt", "inline"), ("a.html", "attachment"), ("a.svg", "attachment")]
)
def test_what_a_browser_might_run_is_a_download(client, collection, name, disposition):
    response = client.get(document(collection, name, b"<script>alert(1)</script>").url)
    assert response["Content-Disposition"].startswith(disposition)


def test_another_files_name_is_not_there(client, collection):
    kept = document(collection)
    assert client.get(kept.url.replace(kept.filename, "annan.pdf")).status_code == 404


def test_a_file_that_is_gone_is_not_there(client, collection):
    kept = document(collection)
    kept.file.storage.delete(kept.file.name)
    assert client.get(kept.url).status_code == 404


def test_no_upload_folder_is_public(client, collection, settings):
    kept = document(collection)
    assert client.get(f"/{kept.file.name}").status_code == 404
    assert client.get(f"/media/{kept.file.name}").status_code == 404
    assert client.get(settings.MEDIA_URL + kept.file.name).status_code == 404


def test_wagtails_own_way_to_a_document_is_closed(client_of, collection, astrid):
    """It would let every account pass where a collection asks for a login."""
    restrict(collection, "login")
    kept = document(collection)
    for address in (f"/documents/{kept.pk}/{kept.filename}", f"/_/wagtail-documents/{kept.pk}/{kept.filename}"):
        assert client_of(astrid).get(address).status_code == 404


WORDS = "Vägen från Åhus"


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("a.txt", WORDS.encode(), "text/plain; charset=utf-8"),
        ("a.txt", WORDS.encode("utf-8-sig"), "text/plain; charset=utf-8"),
        ("a.txt", WORDS.encode("cp1252"), "text/plain; charset=windows-1252"),
        ("a.csv", WORDS.encode(), "text/csv; charset=utf-8"),
        ("a.csv", WORDS.encode("cp1252"), "text/csv; charset=windows-1252"),
    ],
)
def test_a_text_says_how_its_letters_are_written(client, collection, name, content, content_type):
    response = client.get(document(collection, name, content).url)
    assert response["Content-Type"] == content_type
    assert b"".join(response.streaming_content) == content
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].endswith("sandbox")
