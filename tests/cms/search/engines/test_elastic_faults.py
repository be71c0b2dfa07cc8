"""The search node is away, slow, frozen, read-only or without its index: the database answers, nothing leaks, nothing is lost."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, override_settings
from wagtail.models import Page

from cms import clock
from cms.outbox import jobs
from cms.search import mirror
from cms.search.checking import check_all
from cms.search.engines import elastic, node
from cms.search.models import SearchDocument
from cms.search.rebuilding import rebuild_index
from participation.choices import ContributionState
from tests.cms.search.closings import CLOSINGS, move_below_private
from tests.factories import ContributionFactory, DialogueFactory, OutcomeFactory, site_tree
from tests.search_tools import JOBS, ask, forget_indices, node_behind, reset_breakers, settle, titles, write_everything

pytestmark = [pytest.mark.django_db, pytest.mark.search_node]

CANARY = "Kanariefågelholmen"


@pytest.fixture
def dialogue(index):
    page = DialogueFactory(title=CANARY, slug="kanarie")
    write_everything()
    return page


def write_down() -> None:
    """The worker's jobs, without showing the node what it was given."""
    while taken := jobs.take(100, JOBS):
        for job in taken:
            jobs.do(job, raising=True)


def shown(text: str = CANARY) -> str:
    return Client().get("/sok/", {"q": text}).content.decode()


def block_writes(is_blocked: bool) -> None:
    """As a node does whose disk is full."""
    value = "true" if is_blocked else None
    node.builder().indices.put_settings(index=node.alias(), settings={"index.blocks.read_only_allow_delete": value})


# F03: the index is gone


def test_without_its_index_the_database_answers_and_says_so(dialogue):
    forget_indices(node.alias())
    answer = shown()
    assert "enklare än vanligt" in answer
    assert "/kanarie/" in answer
    assert Client().get("/_/health/search/").json()["status"] == "index missing"


def test_writes_make_no_index_by_themselves(dialogue):
    forget_indices(node.alias())
    dialogue.title = "Nya ord"
    dialogue.save()
    write_down()
    assert not node.builder().indices.exists(index=node.alias())
    assert SearchDocument.objects.pending().exists()


def test_without_its_alias_writes_are_refused_too(dialogue):
    name = next(iter(node.builder().indices.get(index=node.alias())))
    node.builder().indices.delete_alias(index=name, name=node.alias())
    with pytest.raises(mirror.NodeAway, match="missing"):
        mirror.hand_over(list(SearchDocument.objects.all()), node.alias())
    assert Client().get("/_/health/search/").status_code == 503


def test_one_command_builds_it_again(dialogue):
    forget_indices(node.alias())
    rebuild_index()
    reset_breakers()
    assert titles(CANARY) == [CANARY]
    assert not ask(CANARY).is_fallback
    assert not SearchDocument.objects.pending().exists()


# F08: it takes nothing


def test_what_a_full_node_refuses_waits_and_arrives_by_itself(dialogue):
    block_writes(True)
    for number in range(3):
        dialogue.title = f"Rättad titel {number}"
        dialogue.save()
        write_down()
    assert mirror.push() == 0
    assert Client().get("/_/health/search/").json()["waiting"] == 1
    SearchDocument.objects.pending().update(written_at=clock.now() - timedelta(minutes=11))
    assert Client().get("/_/health/search/").json()["status"] == "index behind"
    assert SearchDocument.objects.pending().filter(object_id=dialogue.pk).count() == 1, "the queue is no longer than the table"
    block_writes(False)
    reset_breakers()
    settle()
    assert titles("rättad titel") == ["Rättad titel 2"]
    assert not SearchDocument.objects.pending().exists()


# F09: the node has old data


@pytest.mark.parametrize("close", CLOSINGS)
def test_old_data_shows_nothing_at_any_moment(dialogue, close: Callable[[Any], None]):
    block_writes(True)
    close(Page.objects.get(pk=dialogue.pk).specific)
    assert "/kanarie/" not in shown(), "before the worker has heard of it"
    write_down()
    assert "/kanarie/" not in shown(), "while the node keeps the old words"
    assert ask(CANARY).total == 0, "nor does a number tell of it"
    block_writes(False)
    reset_breakers()
    settle()
    assert "/kanarie/" not in shown(), "and afterwards"
    dump = str(node.builder().search(index=node.alias(), size=1000, query={"match_all": {}}).body).lower()
    assert "kanarie" not in dump, "the index itself has forgotten it"


# P03: children and translations


def test_what_stands_below_goes_with_it(index):
    page = DialogueFactory(title="Fråga", slug="fraga", closed=True)
    OutcomeFactory(dialogue=page, introduction=f"{CANARY} byggs.")
    ContributionFactory(dialogue=page, text=f"Jag gillar {CANARY}.")
    write_everything()
    assert len(ask(CANARY).results) == 2
    move_below_private(Page.objects.get(pk=page.pk).specific)
    assert ask(CANARY).results == []
    settle()
    found = node.builder().count(index=node.alias(), query={"term": {"words": CANARY.lower()}})
    assert found["count"] == 0


def test_a_hidden_comment_leaves_the_index(dialogue):
    comment = ContributionFactory(dialogue=dialogue, text="Hemligheten om ekorren.")
    settle()
    assert ask("ekorre").results
    comment.state = ContributionState.HIDDEN
    comment.save(update_fields=["state"])
    assert ask("ekorre").results == []
    settle()
    assert node.builder().count(index=node.alias(), query={"term": {"words": "ekorren"}})["count"] == 0


# F06: a rebuild while others write


def test_what_changes_during_a_rebuild_is_as_it_is_afterwards(dialogue):
    others = [DialogueFactory(title=f"Sida {number}", slug=f"sida-{number}") for number in range(4)]
    settle()

    def meanwhile(written: int, total: int) -> None:
        if not dialogue.live:
            return
        dialogue.unpublish()
        others[0].title = "Ändrad under bygget"
        others[0].save()
        DialogueFactory(title="Ny under bygget", slug="ny")
        Page.objects.get(pk=others[1].pk).delete()
        write_down()

    name = rebuild_index(meanwhile)
    settle()
    assert titles(CANARY) == []
    assert titles("ändrad bygget") == ["Ändrad under bygget"]
    assert titles("ny bygget") == ["Ny under bygget"]
    assert check_all().total == 0
    client = node.builder()
    assert list(client.indices.get(index=f"{node.alias()}*")) == [name], "nothing is left over"


def test_a_rebuild_that_was_killed_harms_nothing(dialogue):
    class Killed(BaseException):
        pass

    def kill(written: int, total: int) -> None:
        raise Killed

    with pytest.raises(Killed):
        rebuild_index(kill)
    assert titles(CANARY) == [CANARY]
    dialogue.title = "Efter avbrottet"
    dialogue.save()
    settle()
    assert titles("avbrottet") == ["Efter avbrottet"]
    name = rebuild_index()
    assert list(node.builder().indices.get(index=f"{node.alias()}*")) == [name]
    assert titles("avbrottet") == ["Efter avbrottet"]


def test_check_search_finds_and_repairs_drift(dialogue):
    client = node.builder()
    row = SearchDocument.objects.get(object_id=dialogue.pk, kind="participation.dialogue")
    client.delete(index=node.alias(), id=str(row.pk), refresh=True)
    client.index(index=node.alias(), id="99999999", document={"audience": "public", "words": "föräldralös"}, refresh=True)
    drift = check_all()
    assert (drift.behind, drift.orphans) == (1, 1)
    client.indices.refresh(index=node.alias())
    assert titles(CANARY) == [CANARY]
    assert check_all().total == 0


def test_an_index_ahead_of_a_restored_database_is_overtaken(dialogue):
    row = SearchDocument.objects.get(object_id=dialogue.pk, kind="participation.dialogue")
    ghost = {"audience": "public", "words": "spöke"}
    node.builder().index(index=node.alias(), id=str(row.pk), version=99, version_type="external", document=ghost, refresh=True)
    assert check_all().behind == 1
    node.builder().indices.refresh(index=node.alias())
    assert titles(CANARY) == [CANARY]


# F01 and F02: a node that is really stopped, and one that is really frozen


@pytest.fixture
def behind_own_node(db, own_node):
    own_node.start()
    with node_behind(own_node.url), override_settings(GENSVAR_SEARCH_TIMEOUT=0.6, GENSVAR_SEARCH_WRITE_TIMEOUT=1.0):
        DialogueFactory(title=CANARY, slug="kanarie")
        write_everything()
        for _time in range(50):  # a node that has just begun answers its first questions slowly
            reset_breakers()
            if not ask(CANARY).is_fallback:
                break
            time.sleep(0.2)
        yield own_node
        own_node.thaw()
        own_node.start()


def test_a_stopped_node(behind_own_node):
    site_tree()
    assert not ask(CANARY).is_fallback
    behind_own_node.kill()
    for _time in range(5):
        found = ask(CANARY)
        assert found.is_fallback
        assert [result.heading.document.title for result in found.results] == [CANARY]
    assert elastic.breaker.is_open
    assert Client().get("/").status_code == 200
    assert Client().get("/_/health/search/").json()["status"] == "node away"
    DialogueFactory(title="Skriven under tiden", slug="under")
    write_down()
    assert ask("skriven under tiden").results, "the database has it"
    assert SearchDocument.objects.pending().exists()


def test_a_frozen_node_keeps_nobody_waiting(behind_own_node):
    behind_own_node.freeze()
    asked: list[bool] = []
    for _time in range(6):
        asked.append(ask(CANARY).is_fallback)
    assert asked == [True] * 6
    assert elastic.breaker.is_open
    assert not elastic.breaker.lets_through(), "nobody asks while it is open"
    assert titles(CANARY) == [CANARY]
    behind_own_node.thaw()
    elastic.breaker._asks_again_at = time.monotonic()  # the pause is over
    for _time in range(50):
        if not ask(CANARY).is_fallback:
            break
        elastic.breaker._asks_again_at = time.monotonic()
        time.sleep(0.2)
    assert not elastic.breaker.is_open
