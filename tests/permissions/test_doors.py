"""No door leads to where the person may not go: every link, button and form that a role is offered in the admin is tried."""

import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from tests.permissions import asking
from tests.permissions.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.whole_site]

ROLES = ("moderator", "editor", "publisher")  # whose rights end somewhere; a coordinator is refused only what is in use, row by row
START = "/admin/"
DRAWN, ASKED, CHOSEN = 1, 1, 6  # how many addresses of one view are drawn and read, are asked for at all, and rows chosen in one list
WRONG = {"refused", "missing", "login", "500", "nothing that one may"}
ADDRESS = re.compile(r"/(?!/)[^\s{}<>]*")
ENDS_THE_SESSION = ("/logout/", "/konto/logga-ut")
PREVIEWS = ("preview", "view_draft", "revisions_view")
OF_NO_DOOR = {"link", "script", "use", "img", "source"}


@dataclass(frozen=True)
class Door:
    """An address that a page offers, and whether by a form that is sent."""

    url: str
    on: str
    is_sent: bool = False
    is_choice: bool = False

    def __str__(self) -> str:
        return f"{'POST ' if self.is_sent else ''}{self.url} on {self.on}"

    @property
    def view(self) -> tuple[str, ...]:
        """What is behind it: the view, and about which kind of thing."""
        path = urlsplit(self.url).path
        try:
            match = resolve(path)
        except Resolver404:
            return ("", path)
        listed = [urlsplit(self.on).path] if self.is_choice else []  # each list has rows of its own to choose from
        words = [str(value) for value in (*match.args, *match.kwargs.values()) if not str(value).isdigit()]
        return (str(self.is_sent), match.view_name or match.route, *words, *listed)


class DoorReader(HTMLParser):
    """The doors of a page of the admin: links, buttons, forms, the menu, what scripts open and what is done with many."""

    def __init__(self, page: str, on: str) -> None:
        super().__init__()
        self.on, self.doors = on, list[Door]()
        self.is_menu, self.form = False, Door(on, on)
        self.chosen, self.bulk = list[str](), list[str]()
        self.dialogs, self.shown = dict[str, str](), set[str]()
        self.feed(page)
        self.doors += [Door(f"{urljoin(on, url)}?id={pk}&next={on}", on, is_choice=True) for url in self.bulk for pk in self.chosen]
        self.doors += [Door(url, on) for name, url in self.dialogs.items() if name in self.shown]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Whatever leads somewhere."""
        told = {name: value or "" for name, value in attrs}
        self.is_menu = told.get("id") == "wagtail-sidebar-props"
        if "data-bulk-action-checkbox" in told and "data-object-id" in told:
            self.chosen.append(told["data-object-id"])
        self.shown.add(told.get("data-a11y-dialog-show", ""))
        if "data-bulk-action-button" in told:
            self.bulk.append(told.get("href", ""))
        elif told.get("data-controller") == "w-dialog" and "data-url" in told:
            self.dialogs[told["id"]] = urljoin(self.on, told["data-url"])
        elif tag == "form":
            self.form = Door(urljoin(self.on, told.get("action", "")), self.on, told.get("method", "").lower() == "post")
            self.doors.append(self.form)
        elif tag not in OF_NO_DOOR:
            self.doors += self._of_attributes(told)

    def _of_attributes(self, told: dict[str, str]) -> Iterator[Door]:
        for name, value in told.items():
            if name == "formaction":
                yield Door(urljoin(self.on, value), self.on, self.form.is_sent)
            elif name == "href" or "url" in name or name.endswith("-src-value"):
                yield Door(urljoin(self.on, value), self.on)

    def handle_data(self, data: str) -> None:
        """The menu is drawn by a script."""
        if self.is_menu and data.strip():
            self.doors += [Door(url, self.on) for url in urls_in(json.loads(data))]


def urls_in(thing: Any) -> Iterator[str]:
    """The addresses in what a script is given."""
    if isinstance(thing, dict):
        for name, value in thing.items():
            if name in ("url", "href") and isinstance(value, str):
                yield value
            else:
                yield from urls_in(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from urls_in(value)


class Visitor:
    """Somebody who opens the admin and tries every door, a few of each view."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.seen: set[tuple[str, bool]] = set()
        self.tried: Counter[tuple[str, ...]] = Counter()
        self.wrong: list[str] = []
        self.choices: dict[tuple[str, ...], list[str]] = {}
        self.doors = deque([Door(START, "")])

    def walk(self) -> None:
        """Until no door is left. What is done with many is wrong where no row of its list may be chosen for it."""
        while self.doors:
            door = self.doors.popleft()
            self.tried[door.view] += 1
            if self.tried[door.view] <= (CHOSEN if door.is_choice else ASKED):
                self.open(door)
        self.wrong += [told[0] for told in self.choices.values() if all(told)]

    def open(self, door: Door) -> None:
        """Try one door, and read what is behind it when it is the first to its view."""
        is_read = door.url.startswith(START) and not door.is_sent and not is_preview(door) and self.tried[door.view] <= DRAWN
        with asking.undrawn(not is_read):
            response = self.answer_of(door)
        word = "nothing that one may" if is_empty_handed(response) else asking.in_a_word(response)
        told = f"{door} ({word})" if word in WRONG else ""
        if door.is_choice and "/usage/" not in door.on:  # of a kind of page, whose rows may have public pages below
            self.choices.setdefault(door.view, []).append(told)
        elif told and not door.is_choice:
            self.wrong.append(told)
        if is_read and response.status_code == 200 and "text/html" in response.get("Content-Type", ""):
            self.note(DoorReader(response.content.decode(), door.url).doors)

    def answer_of(self, door: Door) -> Any:
        """What is sent is empty, and whatever it did is undone."""
        if not door.is_sent:
            return self.client.get(door.url)
        with transaction.atomic():
            response = self.client.post(door.url)
            transaction.set_rollback(True)
        return response

    def note(self, doors: list[Door]) -> None:
        """Try them later, unless they were tried."""
        for door in doors:
            parts = urlsplit(door.url)
            url = f"{parts.path}?{parts.query}" if parts.query else parts.path
            is_ours = not parts.netloc and ADDRESS.fullmatch(url) and not any(end in url for end in ENDS_THE_SESSION)
            if is_ours and (url, door.is_sent) not in self.seen:
                self.seen.add((url, door.is_sent))
                self.doors.append(Door(url, door.on, door.is_sent, door.is_choice))


def is_preview(door: Door) -> bool:
    """Whether it shows a public page as it will be: its links lead to what is public."""
    return any(part in door.view[1] for part in PREVIEWS)


def is_empty_handed(response: Any) -> bool:
    """A choice of many of which the person may touch none."""
    context = getattr(response, "context_data", None) or {}
    return bool(context.get("items_with_no_access")) and not context["items"]


@pytest.mark.parametrize("role", ROLES)
def test_every_door_opens(world: World, role: str) -> None:
    visitor = Visitor(asking.client_of(world.person(role)))
    visitor.walk()

    assert len(visitor.seen) > 10
    assert not visitor.wrong, "\n".join(visitor.wrong)
