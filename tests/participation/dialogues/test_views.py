"""The short link of a dialogue."""

from typing import Any

import pytest
from django.test import Client

from participation.models import DialoguePage
from tests.factories import DialogueFactory, translated

pytestmark = pytest.mark.django_db


def shown(address: str) -> str:
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


# The short link


def test_the_short_link_leads_to_the_dialogue_in_the_readers_language(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True)
    copy = translated(dialogue, slug="in-english")
    assert Client().get(f"/d/{dialogue.pk}/")["Location"] == dialogue.url
    assert Client().get(f"/en/d/{dialogue.pk}/")["Location"] == copy.url
    DialoguePage.objects.filter(pk=copy.pk).update(live=False)
    assert Client().get(f"/en/d/{dialogue.pk}/")["Location"] == dialogue.url


def test_the_short_link_leads_nowhere_but_to_visible_dialogues(site_tree: Any) -> None:
    hidden = DialogueFactory(open=True, live=False)
    copy = translated(DialogueFactory(open=True))
    for pk in (hidden.pk, copy.pk, site_tree.index.pk, 999_999, 10**30):
        assert Client().get(f"/d/{pk}/").status_code == 404


def test_the_short_link_is_printed_on_the_page(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True)
    assert f"testserver/d/{dialogue.pk}/" in shown(dialogue.url)
