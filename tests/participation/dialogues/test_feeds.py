"""The Atom feed of dialogues."""

from typing import Any
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client

from cms import clock
from tests.factories import DialogueFactory, day, locale, translated
from tests.raw_rows import put_raw

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(site_tree: Any, query: str = "", index: Any = None) -> ElementTree.Element:
    response = Client().get(f"{(index or site_tree.index).url}atom/{query}")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)  # noqa: S314


def in_english(page: Any) -> Any:
    """The English page, made where it does not exist yet."""
    return page.get_translation_or_none(locale("en")) or translated(page)


def entries(root: ElementTree.Element) -> list[ElementTree.Element]:
    return root.findall(f"{ATOM}entry")


def text(entry: ElementTree.Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""


def test_an_entry_has_an_absolute_link_and_an_id_that_never_changes(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True, title="Skolvägar", question="Var <b>känns</b> det otryggt?", first_published_at=clock.now())
    root = feed(site_tree)
    entry = entries(root)[0]
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{dialogue.url}"
    assert text(entry, "id") == f"{settings.BASE_URL}/d/{dialogue.pk}/"
    assert text(entry, "title") == "Skolvägar"
    assert text(entry, "summary").endswith("Var &lt;b&gt;känns&lt;/b&gt; det otryggt?")
    assert [category.get("term") for category in entry.findall(f"{ATOM}category")] == [dialogue.topics.get().name]
    own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == [f"http://testserver{site_tree.index.url}atom/"]


def test_the_latest_change_comes_first_also_when_time_alone_made_it(site_tree: Any) -> None:
    DialogueFactory(phases=[("Tyck till", -9, 9, [])], title="Öppnade för nio dagar sedan")
    DialogueFactory(phases=[("Tyck till", -30, -3, [])], title="Stängde för två dagar sedan")
    DialogueFactory(phases=[("Tyck till", -1, 9, [])], title="Öppnade i går")
    found = entries(feed(site_tree))
    assert [text(entry, "title") for entry in found] == ["Öppnade i går", "Stängde för två dagar sedan", "Öppnade för nio dagar sedan"]
    assert text(found[0], "updated").startswith(day(-1).astimezone(clock.now().tzinfo).isoformat()[:19])


def test_filters_are_honoured(site_tree: Any) -> None:
    DialogueFactory(open=True, title="Öppen")
    DialogueFactory(closed=True, title="Stängd")
    assert [text(entry, "title") for entry in entries(feed(site_tree, "?state=closed&state=nonsense"))] == ["Stängd"]


def test_drafts_are_not_in_it(site_tree: Any) -> None:
    DialogueFactory(draft=True)
    assert entries(feed(site_tree)) == []


def test_the_english_feed_has_english_titles(site_tree: Any) -> None:
    copy = translated(DialogueFactory(open=True), title="Safe ways to school")
    root = feed(site_tree, index=in_english(site_tree.index))
    assert text(entries(root)[0], "title") == "Safe ways to school"
    assert entries(root)[0].find(f"{ATOM}link").get("href") == f"http://testserver{copy.url}"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_many_dialogues_take_no_more_queries_than_two(site_tree: Any, count_queries: Any) -> None:
    DialogueFactory(open=True)
    DialogueFactory(answered=True)
    feed(site_tree)
    few = count_queries(lambda: feed(site_tree))
    DialogueFactory.create_batch(10, answered=True)
    assert count_queries(lambda: feed(site_tree)) <= few


def test_one_bad_row_does_not_take_the_feed_away(site_tree: Any) -> None:
    bad = DialogueFactory(open=True, title="Torget")
    put_raw(bad, title="Torg\x0bet", question="Vad\x0bsaknas\x1f?")
    DialogueFactory(open=True, title="Parken")
    found = entries(feed(site_tree))
    assert {text(entry, "title") for entry in found} == {"Torg\net", "Parken"}
    assert any(text(entry, "summary").endswith("Vad\nsaknas?") for entry in found)
