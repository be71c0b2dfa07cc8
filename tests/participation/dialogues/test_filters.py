"""Filters of the list of dialogues, held in the address."""

import re
from typing import Any

import pytest

from cms import clock
from cms.organisation.actions import merge_topics
from participation.dialogues.filters import read_filters
from participation.dialogues.queries import visible_dialogues
from tests.factories import (
    BodyFactory,
    DialogueFactory,
    PlaceFactory,
    SectionFactory,
    TargetGroupFactory,
    TopicFactory,
)
from tests.participation.dialogues.dialogue_list import listing, titles

pytestmark = pytest.mark.django_db


def choices(html: str, name: str) -> list[str]:
    """The words of a list to choose from."""
    [select] = re.findall(rf'<select name="{name}".*?</select>', html, re.S)
    return re.findall(r"<option[^>]*>([^<]+)</option>", select)


# Filters


def test_each_filter_narrows_the_list(site_tree: Any) -> None:
    DialogueFactory.create_batch(2, open=True)
    elsewhere = SectionFactory(parent=site_tree.index, administration__name="Bildningsförvaltningen")
    wanted = DialogueFactory(parent=elsewhere, title="Den här", upcoming=True, body=BodyFactory(name="Bildningsnämnden"))
    wanted.places.set([PlaceFactory(name="Smygehamn")])
    wanted.target_groups.set([TargetGroupFactory(name="Barn")])
    wanted.topics.set([TopicFactory(name="Skola")])
    wanted.save()
    for query in (
        "state=upcoming",
        "administration=bildningsforvaltningen",
        "body=bildningsnamnden",
        "place=smygehamn",
        "target_group=barn",
        "topic=skola",
        "place=smygehamn&topic=skola&state=upcoming",
    ):
        assert titles(listing(site_tree, f"?{query}")) == ["Den här"], query
    assert titles(listing(site_tree, "?place=smygehamn&state=open")) == []


def test_values_of_one_filter_widen_it_and_list_a_dialogue_once(site_tree: Any) -> None:
    both = DialogueFactory(open=True, title="Båda")
    both.places.set([PlaceFactory(name="Gislöv"), PlaceFactory(name="Alstad")])
    both.save()
    assert titles(listing(site_tree, "?place=gislov&place=alstad&state=open&state=upcoming")) == ["Båda"]


def test_chosen_filters_can_be_taken_away_one_by_one(site_tree: Any) -> None:
    DialogueFactory(open=True)
    shown = listing(site_tree, "?state=open&state=closed")
    path = site_tree.index.url
    assert f'href="{path}?state=closed"' in shown
    assert f'href="{path}?state=open"' in shown
    assert re.search(rf'class="filters__clear" href="{path}"', shown)


def test_what_does_not_exist_is_left_out_with_a_note(site_tree: Any) -> None:
    DialogueFactory(open=True, title="Syns")
    shown = listing(site_tree, "?state=nonsense&place=%3Cscript%3E&body=%00&topic=x&utm_source=y")
    assert titles(shown) == ["Syns"]
    assert "<li>nonsense</li>" in shown
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown.replace("<script src", "")


def test_only_what_visible_dialogues_use_is_offered(site_tree: Any) -> None:
    DialogueFactory(open=True, body=BodyFactory(name="Syns"))
    DialogueFactory(open=True, body=BodyFactory(name="Syns också"))
    DialogueFactory(draft=True, body=BodyFactory(name="Utkastets nämnd"))
    BodyFactory(name="Utan dialoger")
    shown = listing(site_tree)
    assert 'value="syns"' in shown
    assert "Utkastets nämnd" not in shown
    assert "Utan dialoger" not in shown


def test_each_choice_says_how_many_dialogues_it_gives_beside_the_other_filters(site_tree: Any) -> None:
    alstad, gylle = PlaceFactory(name="Alstad"), PlaceFactory(name="Gylle")
    for place, trait in ((alstad, "open"), (alstad, "open"), (alstad, "closed"), (gylle, "open")):
        dialogue = DialogueFactory(**{trait: True})
        dialogue.places.set([place])
        dialogue.save()
    assert choices(listing(site_tree), "place") == ["Alla", "Alstad (3)", "Gylle (1)"]
    assert choices(listing(site_tree, "?state=open"), "place") == ["Alla", "Alstad (2)", "Gylle (1)"]
    assert choices(listing(site_tree, "?place=gylle&state=closed"), "state") == ["Alla", "Öppen (1)", "Stängd (0)"]


def test_several_values_of_one_filter_go_with_the_form(site_tree: Any) -> None:
    DialogueFactory(open=True)
    shown = listing(site_tree, "?state=open&state=closed&state=")
    assert re.findall(r'<input type="hidden" name="state" value="(\w+)"', shown) == ["open", "closed"]
    assert 'select name="state"' not in shown


def test_filters_take_the_queries_of_one_dialogue(site_tree: Any, rf: Any, count_queries: Any) -> None:
    def read() -> None:
        request = rf.get("/?state=open")
        filters = read_filters(request, visible_dialogues(None).with_state(clock.now()).with_administration())
        assert filters.form().fields

    DialogueFactory(open=True, body=BodyFactory(name="Första"))
    read()
    few = count_queries(read)
    for number in range(4):
        DialogueFactory(closed=True, body=BodyFactory(name=f"Nämnd {number}"))
    assert count_queries(read) == few


def test_a_merged_topic_leads_to_the_one_it_became(site_tree: Any) -> None:
    old, new = TopicFactory(name="Trafik"), TopicFactory(name="Trafik och gator")
    dialogue = DialogueFactory(open=True, title="Vägar")
    dialogue.topics.set([old])
    dialogue.save()
    merge_topics(old, new)
    assert titles(listing(site_tree, "?topic=trafik")) == ["Vägar"]


def test_the_pages_keep_the_filters(site_tree: Any) -> None:
    DialogueFactory.create_batch(21, open=True)
    assert 'href="?state=open&amp;page=2"' in listing(site_tree, "?state=open")


def test_a_slug_that_was_changed_still_filters(site_tree: Any) -> None:
    DialogueFactory(open=True)
    wanted = DialogueFactory(open=True, title="Den här")
    place, topic = PlaceFactory(name="Smygehamn"), TopicFactory(name="Skola")
    wanted.places.set([place])
    wanted.topics.set([topic])
    wanted.save()
    for row, slug in ((place, "smyge"), (topic, "utbildning")):
        row.slug = slug
        row.save()
    for query in ("place=smygehamn", "place=smyge", "topic=skola", "topic=utbildning", "place=smygehamn&place=smyge"):
        assert titles(listing(site_tree, f"?{query}")) == ["Den här"], query
