"""A thing to follow and kinds of news that exist only here: the host knows no plugin."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from cms.following.registry import Followable, News, NewsKind, Reader, followables, news_kinds

STREET, TOWN = "test.street", "test.town"
DUG, DONE = "test.dug", "test.done"


@dataclass
class World:
    """The streets and towns that exist, who may see them, and the words that are written about them."""

    titles: dict[int, str] = field(default_factory=lambda: {1: "Storgatan", 2: "Lillgatan", 3: "Östra vägen"})
    closed: set[int] = field(default_factory=set)
    staff: set[Any] = field(default_factory=set)
    words: dict[int, str] = field(default_factory=dict)
    left: list[tuple[int, int]] = field(default_factory=list)
    heirs: list[tuple[int, int]] = field(default_factory=list)
    """Streets that go on as others."""

    def succession(self) -> list[tuple[int, tuple[str, int]]]:
        return [(old, (STREET, new)) for old, new in self.heirs]

    def may_see(self, number: int, person: Any) -> bool:
        return number in self.titles and (number not in self.closed or person in self.staff)

    def compose(self, item: Any, reader: Reader) -> News | None:
        street = item.data["street"]
        if not self.may_see(street, reader.person):
            return None
        heading = "Din gata grävs upp" if reader.own else f"{self.titles[street]}: {item.kind.partition('.')[2]} ({reader.language})"
        text = self.words.get(item.pk, f"Ord om {item.key.replace('test.', '')}.")
        return News(heading, text, f"/gata/{street}/#nytt", self.titles[street], f"/gata/{street}/", item.happened_at)


@pytest.fixture
def world() -> Iterator[World]:
    """Registers the things and the kinds for the length of a test."""
    made = World()
    for name, label, breadth in ((STREET, "gata", 10), (TOWN, "ort", 50)):
        followables.register(
            Followable(
                name,
                label,
                find=lambda number: number if number in made.titles else None,
                title=lambda number, language: made.titles[number],
                url=lambda number: f"/gata/{number}/",
                visible_to=made.may_see,
                breadth=breadth,
                succession=made.succession if name == STREET else tuple,
            )
        )
    news_kinds.register(NewsKind(DUG, "grävd", made.compose, leave=lambda item, follower: made.left.append((item.pk, follower.pk))))
    news_kinds.register(NewsKind(DONE, "klar", made.compose, is_outcome=True))
    yield made
    for name in (STREET, TOWN):
        followables.unregister(name)
    for name in (DUG, DONE):
        news_kinds.unregister(name)
