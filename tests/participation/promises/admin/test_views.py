"""Nothing new yet: one form for who works with the dialogue."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from cms import clock
from participation.models import ProgressNote
from tests.factories import DialogueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def send(client: Any, dialogue: Any, step: str = "Nämnden beslutar om förslaget.", days: int = 20) -> Any:
    address = reverse("participation_promises:nothing_new", args=[dialogue.pk])
    return client.post(address, {"next_step": step, "next_by": (clock.today() + timedelta(days=days)).isoformat()})


@pytest.mark.parametrize(("step", "days"), [("", 20), ("Nämnden beslutar", -1)])
def test_what_is_wrong_is_said_and_nothing_is_stored(dag: Any, client_of: Any, step: str, days: int) -> None:
    answer = send(client_of(dag), DialogueFactory(closed=True), step, days)
    assert answer.status_code == 200
    assert not ProgressNote.objects.exists()


def test_an_answered_dialogue_has_nobody_who_waits(dag: Any, client_of: Any) -> None:
    dialogue = DialogueFactory(answered=True)
    assert send(client_of(dag), dialogue).status_code == 200
    assert not ProgressNote.objects.exists()
    shown = client_of(dag).get(reverse("wagtailadmin_pages:edit", args=[dialogue.pk])).content.decode()
    assert reverse("participation_promises:nothing_new", args=[dialogue.pk]) not in shown


def test_the_button_stands_on_a_dialogue_that_waits(dag: Any, client_of: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    shown = client_of(dag).get(reverse("wagtailadmin_pages:edit", args=[dialogue.pk])).content.decode()
    assert reverse("participation_promises:nothing_new", args=[dialogue.pk]) in shown
