"""The list of dialogues as a reader or a program gets it."""

import json
import re
from typing import Any

from django.test import Client

from participation.models import DialoguePage
from tests.factories import (
    RIGHTS,
    DialogueFactory,
)


def listing(site_tree: Any, query: str = "", index: Any = None) -> str:
    response = Client().get((index or site_tree.index).url + query)
    assert response.status_code == 200
    return response.content.decode()


def titles(html: str) -> list[str]:
    return re.findall(r'class="card__title"><a [^>]*>([^<]+)</a>', html)


def data(site_tree: Any, query: str = "") -> dict[str, Any]:
    response = Client().get(f"{site_tree.index.url}json/{query}")
    assert response.status_code == 200
    return json.loads(response.content)


def in_phase(first: int, last: int, **fields: Any) -> DialoguePage:
    return DialogueFactory(phases=[("Tyck till", first, last, RIGHTS)], **fields)
