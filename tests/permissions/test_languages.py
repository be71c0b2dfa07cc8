"""Every page of the admin in Swedish and in English: no English word stands on a Swedish page, and no day can be read as two."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from wagtail.models import Page
from wagtail.users.models import UserProfile

from cms.package_words import english_words
from tests.permissions.asking import Question, client_of, every_question
from tests.permissions.world import World

pytestmark = pytest.mark.django_db

SPOKEN = ("title", "aria-label", "placeholder", "alt", "aria-description", "data-w-tooltip-content-value", "data-button-text")
SILENT = {"script", "style", "code", "template"}
ALSO_SWEDISH = {"App", "Start", "Filter", "Text", "Status", "Person", "Text:", "Format", "Index", "Administration", "Site", "Test"}
NAMES = {"English", "Swedish", "Wagtail", "Gensvar"}  # languages by their own name, and products
KNOWN_ENGLISH = re.compile(
    r"\b(None|True|False|Yes|No|Save|Edit|Delete|Add|Choose|Search|Cancel|Back|Next|Previous|Publish|Unpublish|Draft|Live|Page|Pages|"
    r"Settings|Reports|Users|Images|Documents|Created|Updated|Title|Actions|Options|Select|Close|Open|Loading|Error)\b"
)
COUNTED = re.compile(r"\b\d+\s*[-–]\s*\d+ of \d+\b")
AMBIGUOUS = re.compile(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b")
MONTHS = re.compile(r"\b(January|February|March|May|June|July|October|December|Jan\.|Feb\.|Sept\.|Oct\.|Nov\.|Dec\.) \d|\d{1,2} [ap]\.m\.")


class Words(HTMLParser):
    """What a page says: its texts, and what is read out of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent.append(tag)
        self.said += [value for name, value in attrs if name in SPOKEN and value]
        if tag == "input" and dict(attrs).get("type") == "submit":
            self.said.append(dict(attrs).get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag == self._silent[-1]:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data)


def said_by(html: str) -> list[str]:
    """The texts of a page, without the white space around them."""
    words = Words()
    words.feed(html)
    return [" ".join(text.split()) for text in words.said if text.strip()]


def pages(world: World, language: str) -> Any:
    """Each page that a superuser opens in the admin, in a language."""
    person = world.people["superuser"]
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": language})
    client = client_of(person)
    asked = set()
    for question in every_question(world, world.a):
        if question.address.in_admin and question.url not in asked and "jsi18n" not in question.url:
            asked.add(question.url)
            response = client.get(question.url)
            if response.status_code == 200 and response["Content-Type"].startswith("text/html") and not response.streaming:
                yield question, response.content.decode()


def english_on(html: str, words: set[str]) -> list[str]:
    """The English that a Swedish page says."""
    return [text for text in said_by(html) if text not in NAMES | ALSO_SWEDISH and (text in words or _is_known_english(text))]


def _is_known_english(text: str) -> bool:
    return bool(KNOWN_ENGLISH.fullmatch(text) or COUNTED.search(text) or MONTHS.search(text))


def _told(question: Question, texts: list[str]) -> list[str]:
    return [f"{question.address.key}: {text}" for text in texts]


def test_no_page_of_the_swedish_admin_speaks_english(world: World) -> None:
    words = english_words() - set(Page.objects.values_list("title", flat=True))
    spoken, opened = set(), 0
    for question, html in pages(world, "sv"):
        opened += 1
        spoken.update(_told(question, english_on(html, words)))
    assert opened > 100
    assert not spoken, "\n".join(sorted(spoken))


def test_no_day_of_the_english_admin_can_be_read_as_two(world: World) -> None:
    days = set()
    for question, html in pages(world, "en"):
        days.update(_told(question, [text for text in said_by(html) if AMBIGUOUS.search(text) or "a.m." in text or "p.m." in text]))
    assert not days, "\n".join(sorted(days))


@pytest.mark.parametrize("text", ["None", "1-5 of 5", "Oct. 1, 2026, 3 p.m."])
def test_english_is_seen(text: str) -> None:
    assert english_on(f"<p> {text} </p>", set()) == [text]


def test_what_only_a_script_reads_is_not_spoken() -> None:
    assert english_on('<script>None</script><p title="Autosave is paused">Text</p>', {"Autosave is paused"}) == ["Autosave is paused"]
