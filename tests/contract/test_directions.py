"""What people write is read in the direction of its own words, wherever it is shown: mixed paragraphs each by itself."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, UserFactory
from tests.permissions.test_public_languages import VOID

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

NAME, FIRST, SECOND = "يوسف", "نحتاج إلى ممر للمشاة هنا.", "Vid skolan i Anderslöv."
FIELDS = {"textarea", "title"}  # a field has the direction of the form, and `dirname` of the browser


class Directions(HTMLParser):
    """The texts that hold a word, each with the elements it stands in."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.hits: list[list[tuple[str, dict[str, str | None]]]] = []
        self._open: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        if self.words in data:
            self.hits.append(list(self._open))


def without_direction(html: str, words: str) -> list[str]:
    """The elements in which words stand that run in the direction of the page."""
    page = Directions(words)
    page.feed(html)
    assert page.hits, f"{words} is not there"
    return [
        "/".join(tag for tag, _ in path)
        for path in page.hits
        if not any(tag == "bdi" or attrs.get("dir") == "auto" or tag in FIELDS for tag, attrs in path)
    ]


@pytest.fixture
def written(astrid: Any) -> Any:
    return ContributionFactory(
        dialogue=DialogueFactory(open=True),
        text=f"{FIRST}\n\n{SECOND}",
        author_name=NAME,
        participant=ParticipantFactory(user=astrid, browser_digest=None),
    )


@pytest.mark.parametrize("place", ["dialogue", "receipt", "my_page", "reply", "report", "search"])
def test_on_public_pages(written: Any, astrid: Any, client_of: Any, place: str) -> None:
    addresses = {
        "dialogue": written.dialogue.url,
        "receipt": reverse("participation:receipt_detail", args=[written.shown_code]),
        "my_page": reverse("my_page"),
        "reply": reverse("participation_comments:reply", args=[written.pk]),
        "report": reverse("participation:report", args=[written.pk]),
        "search": f"{reverse('search')}?q=Anderslöv",
    }
    client: Client = client_of(astrid)
    html = client.get(addresses[place]).content.decode()
    if place != "search" or FIRST in html:  # the search shows what matches
        assert not without_direction(html, FIRST)


def test_for_those_who_moderate(written: Any, client_of: Any) -> None:
    html = client_of(UserFactory(admin=True)).get(reverse("participation_contributions:contribution", args=[written.pk])).content.decode()
    assert not without_direction(html, FIRST)


def test_each_paragraph_has_its_own_direction(written: Any) -> None:
    html = Client().get(written.dialogue.url).content.decode()
    assert f'<p dir="auto">{FIRST}</p>' in html and f'<p dir="auto">{SECOND}</p>' in html
    assert f"<bdi>{NAME}</bdi>" in html
