"""An address that a document had leads to what came after, for those who may see that."""

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from cms.media.former_addresses import orphaned, take_over
from cms.media.models import SiteDocument

pytestmark = pytest.mark.django_db


@pytest.fixture
def collection(site_tree) -> Collection:
    return Collection.get_first_root_node().add_child(name="Arkiv")


def document(collection: Collection, name: str = "protokoll.pdf", title: str = "Protokoll") -> SiteDocument:
    return SiteDocument.objects.create(title=title, file=ContentFile(b"%PDF-1.7", name=name), collection=collection)


def replace_file(kept: SiteDocument, name: str) -> None:
    kept.file = ContentFile(b"%PDF-1.7 corrected", name=name)
    kept.save()


def assert_leads(client, old: str, new: str) -> None:
    response = client.get(old)
    assert (response.status_code, response.get("Location")) == (302, new)
    assert "no-store" in response["Cache-Control"]
    assert client.get(new).status_code == 200


def test_a_replaced_file_keeps_its_way(client, collection):
    kept = document(collection)
    first = kept.url
    replace_file(kept, "protokoll-rättat.pdf")
    second = kept.url
    assert_leads(client, first, second)
    replace_file(kept, "protokoll-3.pdf")
    for old in (first, second):
        assert_leads(client, old, kept.url)


def test_a_name_that_comes_back_is_served(client, collection):
    kept = document(collection)
    first = kept.url
    replace_file(kept, "annan.pdf")
    kept.file.storage.delete(f"documents/{first.rsplit('/')[-1]}")
    replace_file(kept, first.rsplit("/")[-1])
    assert kept.url == first
    assert client.get(first).status_code == 200


def test_a_name_that_it_never_had_is_not_there(client, collection):
    kept = document(collection)
    replace_file(kept, "annan.pdf")
    assert client.get(kept.url.replace(kept.filename, "gissad.pdf")).status_code == 404


def test_letters_composed_otherwise_are_one_name(client, collection):
    kept = document(collection, "från.pdf")
    assert client.get(kept.url.replace("%C3%A5", "a%CC%8A")).status_code == 200


def test_the_wall_holds_on_the_old_address(client, collection):
    kept = document(collection)
    first = kept.url
    replace_file(kept, "hemligt-namn.pdf")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    response = client.get(first)
    assert response.status_code == 404
    assert "hemligt-namn" not in response.content.decode()


def test_uploaded_again_under_its_name_it_keeps_the_way(client, collection):
    gone = document(collection)
    first = gone.url
    gone.delete()
    assert client.get(first).status_code == 404
    document(collection, title="Ett annat ärende")
    document(Collection.get_first_root_node())
    assert client.get(first).status_code == 404
    again = document(collection)
    assert_leads(client, first, again.url)


def test_the_place_of_a_deleted_one_is_taken_again_and_again(client, collection):
    gone = document(collection)
    first, number = gone.url, gone.pk
    gone.delete()
    second = document(collection, "ny.pdf", "Ny")
    take_over(second, number)
    assert_leads(client, first, second.url)
    later, number = second.url, second.pk
    second.delete()
    third = document(collection, "nyare.pdf", "Nyare")
    take_over(third, number)
    for old in (first, later):
        assert_leads(client, old, third.url)


def test_the_place_of_one_that_is_there_is_not_taken(client, collection):
    kept = document(collection)
    replace_file(kept, "annan.pdf")
    assert not orphaned(kept.pk).exists()
    take_over(document(collection, "x.pdf", "X"), kept.pk)
    assert client.get(kept.url).status_code == 200
