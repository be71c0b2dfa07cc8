"""Somebody who has commented from a browser."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from participation.models import Contribution
from tests.factories import DialogueFactory


@pytest.fixture
def author() -> tuple[Client, Contribution]:
    """A browser, and the comment that was sent from it."""
    client, dialogue = Client(), DialogueFactory(open=True)
    given = {"key": str(uuid4()), "text": "Sänk farten.", "author_name": "Astrid", "webbplats": ""}
    assert client.post(reverse("participation_comments:new", args=[dialogue.pk]), given).status_code == 302
    return client, Contribution.objects.get()
