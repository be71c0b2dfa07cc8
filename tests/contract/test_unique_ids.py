"""No id stands twice: on any page that a visitor can reach, nor when every part that htmx can put into it stands there at once."""

from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory
from tests.participation.methods.poll.polls import PollFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

PART = {"HX-Request": "true"}
COMMENT = {"text": "", "author_name": "Grannen"}


def twice(soup: Any) -> list[str]:
    """The ids that stand more than once, and labels and descriptions that lead to none."""
    ids = Counter(str(tag["id"]) for tag in soup.select("[id]"))
    named = [name for tag in soup.select("[for], [aria-describedby], [aria-labelledby]") for name in _named(tag)]
    return [name for name, number in ids.items() if number > 1] + [f"no #{name}" for name in named if name not in ids]


def _named(tag: Any) -> list[str]:
    return " ".join(str(tag.get(name, "")) for name in ("for", "aria-describedby", "aria-labelledby")).split()


def soup_of(response: Any) -> Any:
    return BeautifulSoup(response.content.decode(), "html.parser")


def put_together(client: Client, url: str, seen: set[str] | None = None) -> Any:
    """A page with every part that it can load, and what these can load in turn."""
    seen = seen if seen is not None else set()
    soup = soup_of(client.get(url, headers=PART if seen else {}))
    for link in soup.select("[hx-get]"):
        part = urljoin(url, str(link["hx-get"]))
        if part in seen or part.startswith(reverse("search_suggest")):
            continue
        seen.add(part)
        link.insert_after(put_together(client, part, seen))
    return soup


@pytest.mark.parametrize("who", ["anonymous", "astrid", "cecilia"])
def test_a_dialogue_with_every_form_open(who: str, client_of: Callable[..., Client], request: pytest.FixtureRequest) -> None:
    person = None if who == "anonymous" else request.getfixturevalue(who)
    dialogue = DialogueFactory(open=True)
    own = {} if person is None else {"participant": ParticipantFactory(user=person, browser_digest=None)}
    root = ContributionFactory(dialogue=dialogue, text="Lång text. " * 200, **own)
    for number in range(7):
        ContributionFactory(dialogue=dialogue, reply_to=root if number < 3 else None, official=number == 1)
    client = Client() if person is None else client_of(person)
    together = put_together(client, dialogue.url)
    assert len(together.select("form textarea")) > 3 and together.select(".support form, form.support")
    assert twice(together) == []


def test_a_poll_with_its_form_open() -> None:
    poll = PollFactory()
    assert twice(put_together(Client(), poll.url)) == []


def test_refused_forms_beside_each_other() -> None:
    """Each is shown again in its own place, with its errors and their ids."""
    dialogue, client = DialogueFactory(open=True), Client()
    given = ContributionFactory(dialogue=dialogue)
    urls = [
        reverse("participation_comments:new", args=[dialogue.pk]),
        reverse("participation_comments:reply", args=[given.pk]),
        reverse("participation:report", args=[given.pk]),
    ]
    together = soup_of(client.get(dialogue.url))
    for url in urls:
        together.main.append(soup_of(client.post(url, COMMENT, headers=PART)))
    assert len(together.select("[data-error-summary]")) == len(urls)
    assert twice(together) == []


PLACES = [
    "search",
    "participation:receipt",
    "participation:moderation",
    "participation:promises",
    "account_login",
    "account_signup",
    "patterns",
]


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_pages_of_the_site(language: str, client: Client) -> None:
    """What a visitor reaches from the start, by links."""
    start = "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
    dialogue = DialogueFactory(open=True)
    ContributionFactory(dialogue=dialogue)
    DialogueFactory(closed=True)
    waiting, seen = [start, *(reverse(name) for name in PLACES)], set()
    wrong: dict[str, list[str]] = {}
    while waiting and len(seen) < 60:
        url = waiting.pop(0)
        if url in seen:
            continue
        seen.add(url)
        response = client.get(url, follow=True)
        if response.status_code != 200 or "text/html" not in response.headers["Content-Type"]:
            continue
        soup = soup_of(response)
        if wrong_here := twice(soup):
            wrong[url] = wrong_here
        links = [urljoin(url, str(link["href"]).split("#")[0]) for link in soup.select("a[href]")]
        waiting += [link for link in links if link.startswith("/") and not link.startswith("/admin/")]
    assert len(seen) > 15
    assert wrong == {}
