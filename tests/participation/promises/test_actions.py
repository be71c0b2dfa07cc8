"""Nothing new yet: a line on the page, and news to those who wait."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms import clock
from cms.following.actions import start_following
from cms.following.followers import confirm_follower, follower_for_address
from participation.events.names import DIALOGUE
from tests.factories import DialogueFactory
from tests.outbox_tools import work_off
from tests.participation.news.conftest import heading_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def send(client: Any, dialogue: Any, step: str = "Nämnden beslutar om förslaget.", days: int = 20) -> Any:
    address = reverse("participation_promises:nothing_new", args=[dialogue.pk])
    return client.post(address, {"next_step": step, "next_by": (clock.today() + timedelta(days=days)).isoformat()})


def test_it_is_written_on_the_page_and_told(dag: Any, client_of: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    follower = follower_for_address("foljare@example.org", "sv")
    confirm_follower(follower)
    start_following(follower, DIALOGUE, dialogue.pk, "at_once")
    assert send(client_of(dag), dialogue).status_code == 302
    [mail] = work_off()
    assert heading_of(mail) == "Inget nytt än"
    assert "Nämnden beslutar om förslaget" in mail.body
    assert "Nämnden beslutar om förslaget" in Client().get(dialogue.url).content.decode()
