"""Every public page in Swedish and in English: each says its words in its language, what is in another one is marked so, and no word comes twice."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import polib
import pytest
from wagtail.models import Page

from cms.catalogues import CATALOGUE, PACKAGES, ROOT
from cms.package_words import english_words
from tests.permissions.asking import Question, client_of, every_question
from tests.permissions.test_languages import SILENT, SPOKEN
from tests.permissions.world import World

pytestmark = pytest.mark.django_db

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
PARTS = re.compile(r": | – ")
TWICE = re.compile(r"\b([^\W\d_]{2,}) \1\b", re.IGNORECASE)
LABELLED = {"a", "button", "summary", "h1", "h2", "h3", "title"}


class Spoken(HTMLParser):
    """What a page says, each text with the language that it is marked with; and what its links, buttons and headings say as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []
        self.whole: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._label: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        language = given.get("lang") or (self._open[-1][1] if self._open else "")
        self.said += [(value, language) for name, value in given.items() if name in SPOKEN and value]
        if tag in VOID:
            return
        self._open.append((tag, language))
        if tag in LABELLED:
            self._label = []

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            continue
        if tag in LABELLED and self._label is not None:
            self.whole.append(" ".join("".join(self._label).split()))
            self._label = None

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] not in SILENT:
            self.said.append((data, self._open[-1][1]))
            if self._label is not None:
                self._label.append(data)


def heard_on(html: str) -> Spoken:
    page = Spoken()
    page.feed(html)
    return page


def repeated_on(html: str) -> list[str]:
    """What a page says twice in one breath: a word in a link or heading, a part of its title, its heading among the breadcrumbs."""
    page = heard_on(html)
    titles = [text for text in page.whole if len(set(PARTS.split(text.casefold()))) < len(PARTS.split(text))]
    headings = re.findall(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    above = re.findall(r'<nav class="breadcrumbs".*?</nav>', html, re.DOTALL)
    return [text for text in page.whole if TWICE.search(text)] + titles + [text for text in headings if f">{text}<" in "".join(above)]


def in_words_of(language: str, html: str, foreign: set[str]) -> list[str]:
    """The words of the other language that a page says as if they were its own."""
    return [" ".join(text.split()) for text, marked in heard_on(html).said if marked[:2] == language and " ".join(text.split()) in foreign]


def words_of_the_house() -> tuple[set[str], set[str]]:
    """Our words in English and in Swedish, without those that are written alike."""
    entries = [entry for package in PACKAGES for entry in polib.pofile(str(ROOT / package / CATALOGUE)) if "%(" not in entry.msgid]
    english, swedish = {entry.msgid for entry in entries}, {entry.msgstr for entry in entries if entry.msgstr}
    return english - swedish, swedish - english


def public_pages(world: World, language: str) -> Iterator[tuple[Question, str]]:
    """Each page that anybody or somebody with an account opens."""
    asked = set()
    for role in ("anonymous", "citizen"):
        client = client_of(world.people[role])
        for question in every_question(world, world.a):
            url = question.url if language == "sv" else f"/en{question.url}"
            if question.address.in_admin or (role, url) in asked or "logout" in url:
                continue
            asked.add((role, url))
            response = client.get(url, follow=True)
            if "text/html" in response["Content-Type"] and not response.streaming:
                yield question, response.content.decode()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_public_page_speaks_one_language_and_stutters_in_none(world: World, language: str) -> None:
    english, swedish = words_of_the_house()
    foreign = (english | english_words()) if language == "sv" else swedish
    foreign -= set(Page.objects.values_list("title", flat=True))
    faults, opened = set(), 0
    for question, html in public_pages(world, language):
        if f'<html lang="{language}"' not in html:
            continue
        opened += 1
        faults.update(f"{question.address.key}: {text}" for text in in_words_of(language, html, foreign))
        faults.update(f"{question.address.key}, twice: {text}" for text in repeated_on(html))
    assert opened > 30
    assert not faults, "\n".join(sorted(faults))


def test_the_other_language_is_heard_where_it_is_not_marked() -> None:
    page = '<html lang="sv"><p>Save</p><p lang="en">Save</p><a href="/">Håller med <span>med Bo</span></a></html>'
    assert in_words_of("sv", page, {"Save"}) == ["Save"]
    assert repeated_on(page) == ["Håller med med Bo"]
    assert repeated_on("<title>Uppföljning: Ljus: Ljus</title>") == ["Uppföljning: Ljus: Ljus"]
