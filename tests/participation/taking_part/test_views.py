"""How one takes part is told in ten languages beside Swedish, each marked as what it is, and linked from the foot of every page."""

import re
from typing import Any

import pytest
from django.test import Client

from participation.taking_part.languages import OTHERS, SWEDISH, Instruction
from tests.factories import DialogueFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def html(site_tree: Any) -> str:
    return Client().get("/sa-deltar-du/").content.decode()


@pytest.mark.parametrize("instruction", OTHERS, ids=lambda instruction: instruction.code)
def test_each_is_marked_with_its_language_and_direction_and_as_unchecked(html: str, instruction: Instruction) -> None:
    direction = "rtl" if instruction.code in ("ar", "fa", "prs") else "ltr"
    section = re.search(rf'<section[^>]* id="{instruction.code}" lang="{instruction.code}" dir="{direction}".*?</section>', html, re.DOTALL)
    assert section is not None
    assert instruction.unchecked in section[0] and SWEDISH.unchecked in section[0]


def test_the_languages_of_the_page_come_first(site_tree: Any) -> None:
    assert "<h1>How to take part</h1>" in Client().get("/en/take-part/").content.decode()


def test_every_page_leads_there_in_words_that_its_readers_know(site_tree: Any) -> None:
    foot = Client().get("/finns-inte/").content.decode().partition("<footer")[2]
    assert 'href="/sa-deltar-du/"' in foot
    assert '<bdi lang="ar">العربية</bdi>' in foot


def test_a_form_to_write_leads_there(site_tree: Any) -> None:
    dialogue = DialogueFactory()
    assert 'href="/sa-deltar-du/"' in Client().get(f"/_/comments/{dialogue.pk}/new/").content.decode().partition("<footer")[0]
