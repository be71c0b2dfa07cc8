"""Links to a dialogue from the pages around it, and whom to ask about it."""

from typing import Any

import pytest
from django.urls import reverse

from participation.dialogues.links import dialogue_contact
from tests.factories import DialogueFactory, translated

pytestmark = pytest.mark.django_db


def test_whom_to_ask_is_told_in_the_readers_language_with_a_number_to_dial(site_tree: Any) -> None:
    dialogue = DialogueFactory(contact_name="Trafikplaneraren", contact_phone="0410-73 30 00", contact_email="trafik@example.org")
    asked = dialogue_contact(translated(dialogue, contact_name="The traffic planner"), dialogue)
    assert asked["contact"] == {
        "name": "The traffic planner",
        "lang": "",
        "phone": "0410-73 30 00",
        "tel": "0410733000",
        "email": "trafik@example.org",
    }
    assert asked["body"] == {"name": str(dialogue.body), "url": reverse("participation:body", args=[dialogue.body.slug])}


def test_a_short_record_may_have_no_body(site_tree: Any) -> None:
    dialogue = DialogueFactory(record=True, body=None)
    assert dialogue_contact(dialogue, dialogue)["body"] is None
