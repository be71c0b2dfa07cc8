"""A dialogue's page as a reader gets it."""

import re
from typing import Any

from django.test import Client

from participation.models import DialoguePage
from tests.factories import (
    DialogueFactory,
    translated,
)


def page(dialogue: Any, client: Client | None = None) -> str:
    """The page as a reader gets it."""
    response = (client or Client()).get(dialogue.url)
    assert response.status_code == 200
    return response.content.decode()


def text_of(html: str) -> str:
    """The words of a page, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def english(**facts: Any) -> DialoguePage:
    """The English page of a dialogue, so that words are those of the code."""
    return translated(DialogueFactory(**facts), question="How can children get to school safely?")
