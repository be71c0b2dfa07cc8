"""What wagtail-localize offers is offered to those who may, and bad files are refused with a sentence."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource

from tests.cms.admin import test_translation_saving
from tests.cms.admin.test_translation_saving import english, published, send
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
page = test_translation_saving.page
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def upload(client: Any, page: Any, content: bytes | None) -> Any:
    translation = Translation.objects.get(source__object_id=page.translation_key)
    fields = {} if content is None else {"file": SimpleUploadedFile("words.po", content)}
    return client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), fields, follow=True)


def test_publishing_at_once_is_offered_to_those_who_may(page: Any, bo: Any, dag: Any, client_of: Any) -> None:
    published(page)
    address = reverse("wagtail_localize:update_translations", args=[TranslationSource.objects.get_for_instance(page).pk])
    assert 'name="publish_translations"' in client_of(dag).get(address).content.decode()
    assert 'name="publish_translations"' not in client_of(bo).get(address).content.decode()


def test_a_stranger_synchronises_nothing(page: Any, client_of: Any) -> None:
    published(page)
    address = reverse("wagtail_localize:update_translations", args=[TranslationSource.objects.get_for_instance(page).pk])
    assert client_of(UserFactory(staff=True)).post(address, {}).status_code in (302, 403, 404)


@pytest.mark.parametrize("content", [None, b"", HEADER.encode(), b"\xff\xfe\x00", b"not a catalogue", 'msgid "å"\nmsgstr "ö"\n'.encode()])
def test_a_file_that_is_none_of_ours_is_refused_with_a_sentence(page: Any, bo: Any, client_of: Any, content: bytes | None) -> None:
    client = client_of(bo)
    send(client, page)
    response = upload(client, page, content)
    assert response.status_code == 200 and "PO-fil" in response.content.decode()


def test_words_from_a_file_stay_a_draft(page: Any, bo: Any, client_of: Any) -> None:
    client = client_of(bo)
    copy = published(page)
    translation = Translation.objects.get(source__object_id=page.translation_key)
    file = client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk])).content.decode()
    changed = file.replace("Safe ways to school", "Safe routes")
    assert upload(client, page, changed.encode()).status_code == 200
    assert english(page).title == copy.title == "Safe ways to school"


def test_an_alias_is_made_by_those_who_may_publish(page: Any, bo: Any, dag: Any, client_of: Any) -> None:
    send(client_of(bo), page)
    address = reverse("wagtail_localize:convert_to_alias", args=[english(page).pk])
    client_of(bo).post(address)
    assert english(page).alias_of_id is None and not english(page).live
    client_of(dag).post(address)
    assert english(page).alias_of_id == page.pk
