"""The list of dialogues: order, filters in the address, languages, and the same as JSON."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from cms import clock
from cms.organisation.actions import merge_topics
from participation.choices import State
from participation.models import DialoguePage
from tests.factories import (
    RIGHTS,
    BodyFactory,
    ContributionFactory,
    DialogueFactory,
    PlaceFactory,
    SectionFactory,
    TargetGroupFactory,
    TopicFactory,
    locale,
    translated,
)

pytestmark = pytest.mark.django_db


def listing(site_tree: Any, query: str = "", index: Any = None) -> str:
    response = Client().get((index or site_tree.index).url + query)
    assert response.status_code == 200
    return response.content.decode()


def in_english(page: Any) -> Any:
    """The English page, made where it does not exist yet."""
    return page.get_translation_or_none(locale("en")) or translated(page)


def titles(html: str) -> list[str]:
    return re.findall(r'class="card__title"><a [^>]*>([^<]+)</a>', html)


def data(site_tree: Any, query: str = "") -> dict[str, Any]:
    response = Client().get(f"{site_tree.index.url}json/{query}")
    assert response.status_code == 200
    return json.loads(response.content)


def in_phase(first: int, last: int, **fields: Any) -> DialoguePage:
    return DialogueFactory(phases=[("Tyck till", first, last, RIGHTS)], **fields)


# Order


def test_the_most_urgent_come_first(site_tree: Any) -> None:
    DialogueFactory(cancelled=True, title="Inställd")
    DialogueFactory(concluded=True, title="Avslutad")
    DialogueFactory(answered=True, title="Besvarad")
    in_phase(-90, -60, title="Svar om två veckor", due=14)
    in_phase(-90, -60, title="Försenat svar", due=-3)
    in_phase(20, 30, title="Öppnar sist")
    in_phase(5, 40, title="Öppnar först")
    in_phase(-9, 9, title="Stänger sist")
    in_phase(-2, 2, title="Stänger först")
    assert titles(listing(site_tree)) == [
        "Stänger först",
        "Stänger sist",
        "Öppnar först",
        "Öppnar sist",
        "Försenat svar",
        "Svar om två veckor",
        "Besvarad",
        "Avslutad",
        "Inställd",
    ]


def test_a_card_shows_state_way_and_contributions(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True, question="Var ska de ligga?")
    ContributionFactory.create_batch(3, dialogue=dialogue)
    ContributionFactory(dialogue=dialogue, hidden=True)
    shown = listing(site_tree, index=in_english(site_tree.index))
    assert "3 contributions" in shown
    assert "Var ska de ligga?" in shown
    assert "chip--green" in shown
    assert "progress--small" in shown


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
    DialogueFactory(draft=True, body=BodyFactory(name="Utkastets nämnd"))
    BodyFactory(name="Utan dialoger")
    shown = listing(site_tree)
    assert 'value="syns"' in shown
    assert "Utkastets nämnd" not in shown
    assert "Utan dialoger" not in shown


def test_a_merged_topic_leads_to_the_one_it_became(site_tree: Any) -> None:
    old, new = TopicFactory(name="Trafik"), TopicFactory(name="Trafik och gator")
    dialogue = DialogueFactory(open=True, title="Vägar")
    dialogue.topics.set([old])
    dialogue.save()
    merge_topics(old, new)
    assert titles(listing(site_tree, "?topic=trafik")) == ["Vägar"]


def test_an_empty_list_says_so_and_leads_on(site_tree: Any) -> None:
    DialogueFactory(open=True)
    index = in_english(site_tree.index)
    assert "No dialogue matches these filters" in listing(site_tree, "?state=concluded", index)
    DialoguePage.objects.update(live=False)
    assert "There is nothing here yet" in listing(site_tree, index=index)


# Pages


@pytest.mark.parametrize(("page", "number"), [("1", 20), ("2", 2), ("99", 2), ("0", 2), ("-1", 2), ("x", 20), ("", 20), ("9" * 5000, 20)])
def test_a_page_out_of_range_is_the_nearest_one(site_tree: Any, page: str, number: int) -> None:
    DialogueFactory.create_batch(22, open=True)
    assert len(titles(listing(site_tree, f"?page={page}"))) == number


def test_the_pages_keep_the_filters(site_tree: Any) -> None:
    DialogueFactory.create_batch(21, open=True)
    assert 'href="?state=open&amp;page=2"' in listing(site_tree, "?state=open")


def test_30_dialogues_take_no_more_queries_than_two(site_tree: Any, count_queries: Any) -> None:
    index = in_english(site_tree.index)

    def count() -> list[int]:
        return [count_queries(lambda: listing(site_tree, index=page)) for page in (site_tree.index, index)]  # noqa: B023

    DialogueFactory(open=True)
    translated(DialogueFactory(in_follow_up=True))
    count()
    few = count()
    DialogueFactory.create_batch(10, in_follow_up=True)
    DialogueFactory.create_batch(10, closed=True)
    for dialogue in DialogueFactory.create_batch(8, open=True):
        translated(dialogue)
        ContributionFactory(dialogue=dialogue)
    assert count() == few
    assert max(few) <= 35


# Who sees what, in which language


def test_drafts_and_restricted_dialogues_are_not_listed(site_tree: Any, client_of: Any, cecilia: Any) -> None:
    DialogueFactory(draft=True, title="Utkast")
    closed = DialogueFactory(open=True, title="Bara för gruppen")
    restriction = PageViewRestriction.objects.create(page=closed, restriction_type="groups")
    group = Group.objects.create(name="Gruppen")
    restriction.groups.add(group)
    assert titles(listing(site_tree)) == []
    assert data(site_tree)["count"] == 0
    cecilia.groups.add(group)
    assert titles(client_of(cecilia).get(site_tree.index.url).content.decode()) == ["Bara för gruppen"]


def test_the_english_list_shows_translations_and_swedish_titles_marked_as_such(site_tree: Any) -> None:
    copy = translated(DialogueFactory(open=True, title="Trygga skolvägar"), title="Safe ways to school", slug="safe-ways")
    draft = DialogueFactory(upcoming=True, title="Ny lekplats")
    translated(draft, live=False, title="New playground")
    shown = listing(site_tree, index=in_english(site_tree.index))
    assert f'<a href="{copy.url}">Safe ways to school</a>' in shown
    assert f'<a href="{draft.url}" lang="sv">Ny lekplats</a>' in shown
    assert "New playground" not in shown
    assert titles(listing(site_tree)) == ["Trygga skolvägar", "Ny lekplats"]


def test_a_section_lists_its_own_dialogues(site_tree: Any) -> None:
    elsewhere = SectionFactory(parent=site_tree.index)
    own, other = DialogueFactory(title="Egen"), DialogueFactory(parent=elsewhere, title="Annans")
    for section, expected in ((own.get_parent(), "Egen"), (other.get_parent(), "Annans"), (translated(elsewhere), "Annans")):
        assert titles(Client().get(section.url).content.decode()) == [expected]


# JSON


def test_json_has_a_stable_shape(site_tree: Any) -> None:
    dialogue = in_phase(-90, -60, due=-3, title="Skolvägar", question="Var?", body=BodyFactory(name="Nämnden"))
    answer = data(site_tree)
    assert [*answer] == ["version", "count", "page", "pages", "next", "ignored_filters", "dialogues"]
    today = clock.today()
    place, topic, group = dialogue.places.get(), dialogue.topics.get(), dialogue.target_groups.get()
    assert answer["dialogues"] == [
        {
            "id": dialogue.pk,
            "url": f"http://testserver{dialogue.url}",
            "language": "sv",
            "title": "Skolvägar",
            "question": "Var?",
            "state": "closed",
            "marks": ["overdue"],
            "administration": {"slug": site_tree.administration.slug, "name": site_tree.administration.name},
            "body": {"slug": "namnden", "name": "Nämnden"},
            "places": [{"slug": place.slug, "name": place.name}],
            "topics": [{"slug": topic.slug, "name": topic.name}],
            "target_groups": [{"slug": group.slug, "name": group.name}],
            "opens": (today - timedelta(days=90)).isoformat(),
            "closes": (today - timedelta(days=60)).isoformat(),
            "feedback_due": (today - timedelta(days=3)).isoformat(),
            "answered": None,
            "updated": answer["dialogues"][0]["updated"],
        }
    ]


def test_json_may_be_read_by_other_sites(site_tree: Any) -> None:
    assert Client().get(f"{site_tree.index.url}json/")["Access-Control-Allow-Origin"] == "*"


def test_json_honours_filters_and_pages(site_tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("participation.dialogues.listing.JSON_PER_PAGE", 2)
    DialogueFactory.create_batch(3, open=True)
    DialogueFactory(closed=True)
    first = data(site_tree, "?state=open&place=finns-inte")
    assert (first["count"], first["pages"], first["ignored_filters"]) == (3, 2, ["finns-inte"])
    assert {row["state"] for row in first["dialogues"]} == {State.OPEN}
    second = json.loads(Client().get(first["next"]).content)
    assert (len(second["dialogues"]), second["next"]) == (1, None)


def test_json_of_30_dialogues_takes_no_more_queries_than_of_two(site_tree: Any, count_queries: Any) -> None:
    DialogueFactory.create_batch(2, in_follow_up=True)
    data(site_tree)
    few = count_queries(lambda: data(site_tree))
    DialogueFactory.create_batch(28, in_follow_up=True)
    assert count_queries(lambda: data(site_tree)) <= few


def test_the_list_advertises_feed_and_json_with_its_filters(site_tree: Any) -> None:
    DialogueFactory(open=True)
    shown = listing(site_tree, "?state=open")
    for kind, path in (("application/atom+xml", "atom"), ("application/json", "json")):
        assert re.search(rf'<link rel="alternate" type="{re.escape(kind)}" [^>]*href="[^"]*/{path}/\?state=open">', shown)
