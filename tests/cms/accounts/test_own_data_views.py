"""A copy and an erasure: only for whoever asks, proved once more, and kept nowhere."""

import time
import uuid
from typing import Any

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse

from cms.following.actions import follow_as
from cms.following.models import AddressRequest, Follower
from participation.models import Contribution
from tests.factories import DialogueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


PAGES = ("my_page", "own_data", "erase")


def text(response: Any) -> str:
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()


@pytest.mark.parametrize("name", PAGES)
def test_nobody_else_sees_them(name: str) -> None:
    answer = Client().get(reverse(name))
    assert answer.status_code == 302 and "/konto/login/" in answer["Location"]


@pytest.mark.parametrize("name", ["own_data", "erase"])
def test_a_copy_and_an_erasure_ask_who_it_is_once_more(client_of: Any, astrid: Any, name: str) -> None:
    client = client_of(astrid)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time() - 3600}]
    session.save()
    for answer in (client.get(reverse(name)), client.post(reverse(name), {"format": "json"})):
        assert "reauthenticate" in answer["Location"]


def test_a_copy_is_at_no_address_and_not_there_after_logout(hers: Client) -> None:
    hers.post(reverse("own_data"), {"format": "json"})
    assert "Sänk farten vid skolan." not in text(hers.get(reverse("own_data"), {"format": "json"}))
    hers.logout()
    assert hers.post(reverse("own_data"), {"format": "json"}).status_code == 302


def test_many_copies_are_paused(hers: Client, settings: Any) -> None:
    settings.GENSVAR_LIMITS = settings.GENSVAR_LIMITS | {"own_data": "2/3600"}
    assert [hers.post(reverse("own_data"), {"format": "json"}).status_code for _n in range(3)] == [200, 200, 429]


def test_erasing_says_what_goes_and_what_stays(hers: Client) -> None:
    shown = text(hers.get(reverse("erase")))
    assert "Det här raderas" in shown and "allmän handling" in shown and "artikel 17.3" in shown


@pytest.mark.parametrize("word", ["", "ja"])
def test_without_the_word_nothing_is_erased(hers: Client, word: str) -> None:
    assert hers.post(reverse("erase"), {"word": word}).status_code == 422
    assert get_user_model().objects.filter(email="astrid@example.org").exists()


def test_a_browser_without_account_sees_copies_and_erases_its_own() -> None:
    dialogue, guest = DialogueFactory(open=True), Client()
    guest.post(
        reverse("participation_comments:new", args=[dialogue.pk]),
        {"key": "00000000-0000-4000-8000-000000000001", "text": "Från webbläsaren.", "author_name": "Gäst", "webbplats": ""},
    )
    page = guest.get(reverse("guest_page"))
    assert "Från webbläsaren." in text(page) and "no-store" in page["Cache-Control"]
    assert "Från webbläsaren." not in text(Client().get(reverse("guest_page")))
    assert "Från webbläsaren." in text(guest.post(reverse("guest_data"), {"format": "json"}))
    guest.post(reverse("guest_erase"), {"word": "radera"})
    assert Contribution.objects.get(text="Från webbläsaren.").participant is None
    assert "Från webbläsaren." not in text(guest.get(reverse("guest_page")))
    assert mail.outbox == []


@pytest.mark.parametrize("spelled", ["ASTRID@Example.ORG", "astr\u200bid@example.org", "ａｓｔｒｉｄ@example。org"])
def test_a_copy_and_an_erasure_know_every_spelling_of_an_address(hers: Client, astrid: Any, astrids: Any, spelled: str) -> None:
    """What a browser without account asked for with it is hers too."""
    form = {"address": spelled, "pace": "at_once", "key": uuid.uuid4()}
    assert Client().post(f"/_/folj/participation.dialogue/{astrids.dialogue_id}/", form).status_code < 400
    assert AddressRequest.objects.get().address == "astrid@example.org"
    follow_as(astrid, "participation.dialogue", astrids.dialogue_id, "at_once", "sv")
    assert "astrid@example.org" in text(hers.post(reverse("own_data"), {"format": "json"}))
    hers.post(reverse("erase"), {"word": "radera"})
    assert not AddressRequest.objects.exists() and not Follower.objects.exists()
