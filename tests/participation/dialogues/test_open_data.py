"""The list of dialogues as JSON."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from cms import clock
from cms.media.models import SiteImage
from participation.choices import State
from tests.cms.media.files import picture
from tests.factories import (
    BodyFactory,
    DecisionFactory,
    DialogueFactory,
    OutcomeFactory,
    ThemeFactory,
)
from tests.participation.dialogues.dialogue_list import data, in_phase, listing

pytestmark = pytest.mark.django_db


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
            "image": None,
            "opens": (today - timedelta(days=90)).isoformat(),
            "closes": (today - timedelta(days=60)).isoformat(),
            "open_now": None,
            "open_next": None,
            "feedback_due": (today - timedelta(days=3)).isoformat(),
            "answered": None,
            "updated": answer["dialogues"][0]["updated"],
            "outcome": None,
        }
    ]


def test_what_may_be_done_now_and_what_comes_after_are_told_with_their_days(site_tree: Any) -> None:
    DialogueFactory(phases=[("Tyck till", -7, 9, ["comments.comment"]), ("Möte", 10, 16, [])])
    [told] = data(site_tree)["dialogues"]
    days = [(clock.today() + timedelta(days=offset)).isoformat() for offset in (-7, 9, 10, 16)]
    assert told["open_now"] == {"right": "comments.comment", "from": days[0], "until": days[1]}
    assert told["open_next"] == {"right": None, "from": days[2], "until": days[3]}


def test_the_picture_of_the_place_comes_with_its_address_and_description(site_tree: Any) -> None:
    file = ContentFile(picture(size=(1200, 900)), name="torget.jpg")
    DialogueFactory(image=SiteImage.objects.create(title="torget", description="Torget", file=file))
    image = data(site_tree)["dialogues"][0]["image"]
    assert (image["width"], image["height"], image["description"]) == (960, 720, "Torget")
    assert Client().get(image["url"].removeprefix("http://testserver")).status_code == 200


def test_the_answers_of_an_outcome_stand_in_the_feed_and_in_the_data(site_tree: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    ThemeFactory(dialogue=dialogue, title="Lägre fart")
    outcome = OutcomeFactory(dialogue=dialogue)
    decision = DecisionFactory(dialogue=dialogue)
    outcome.items.update(decision=decision, answer="partly", reason_kind="cost")
    [told] = data(site_tree)["dialogues"]
    theme = {
        "theme": "Lägre fart",
        "answer": "partly",
        "reason_kind": "cost",
        "sentence": "Delvis: resten kostar för mycket",
        "decision": decision.citation,
    }
    assert told["outcome"] == {"summary": "1 tema: 1 delvis", "themes": [theme]}
    assert "1 tema: 1 delvis" in Client().get(f"{site_tree.index.url}atom/").content.decode()


@pytest.mark.parametrize("is_cancelled", [False, True])
def test_a_cancelled_dialogue_owes_no_day(site_tree: Any, is_cancelled: bool) -> None:
    dialogue = DialogueFactory(closed=True, cancelled=is_cancelled)
    [told] = data(site_tree)["dialogues"]
    assert told["feedback_due"] == (None if is_cancelled else dialogue.feedback_due_on.isoformat())


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
