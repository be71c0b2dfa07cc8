"""The section of comments on a dialogue's page, as readers get it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from participation.choices import Publishing
from participation.contract import Subject
from participation.registry import get_method
from tests.factories import ContributionFactory, DialogueFactory, after, before_phase, translated

pytestmark = pytest.mark.django_db

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)> & \"'\u202etxt"


def page(dialogue: Any, client: Client | None = None, **query: str) -> str:
    """The page of a dialogue; whatever its language, the words of the code where nothing is translated."""
    response = (client or Client()).get(dialogue.url, query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def english() -> Any:
    """An open dialogue's English page; facts belong to its Swedish one."""
    return translated(DialogueFactory(open=True))


def test_an_empty_section_invites(english: Any) -> None:
    shown = page(english)
    assert "Nobody has written yet" in shown
    with translation.override("en"):
        assert reverse("participation_comments:new", args=[english.canonical.pk]) in shown


def test_comments_stand_in_their_threads(english: Any) -> None:
    root = ContributionFactory(dialogue=english.canonical, author_name="Astrid", text="Sänk farten.\n\nTack.")
    reply = ContributionFactory(dialogue=english.canonical, author_name="Kent", reply_to=root)
    ContributionFactory(dialogue=english.canonical, author_name="Dag", reply_to=reply)
    shown = page(english)
    assert "Comments (3)" in shown
    assert f'id="c{root.pk}"' in shown
    assert f'<a href="#c{reply.pk}">Reply to Kent</a>' in shown
    assert "Reply to Astrid" not in shown, "a direct reply needs no name"


def test_official_answers_are_marked(english: Any) -> None:
    root = ContributionFactory(dialogue=english.canonical)
    ContributionFactory(dialogue=english.canonical, reply_to=root, official=True)
    assert "Answer from Tekniska förvaltningen" in page(english)


def test_hidden_and_withdrawn_comments_are_lines(english: Any) -> None:
    hidden = ContributionFactory(dialogue=english.canonical, hidden=True, text="Kanariefågel", author_name="Kanarie")
    gone = ContributionFactory(dialogue=english.canonical, withdrawn=True, text="Kanariefågel", author_name="Kanarie")
    ContributionFactory(dialogue=english.canonical, reply_to=gone)
    ContributionFactory(dialogue=english.canonical, pending=True, text="Kanariefågel")
    shown = page(english)
    assert "This comment is hidden. It threatens or harasses somebody. Hotfullt språk." in shown
    assert "This comment was withdrawn" in shown
    assert "Kanarie" not in shown
    assert f'id="c{hidden.pk}"' in shown


def test_what_people_write_is_text(english: Any) -> None:
    ContributionFactory(dialogue=english.canonical, text=EVIL, author_name=EVIL[:60])
    shown = page(english)
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown


def test_a_text_of_another_language_is_marked(english: Any) -> None:
    ContributionFactory(dialogue=english.canonical, text="Sänk farten", language="sv")
    ContributionFactory(dialogue=english.canonical, text="Measure it", language="en")
    assert page(english).count('class="comment__text" lang="sv"') == 1
    assert page(english.canonical).count('class="comment__text" lang="en"') == 1


def test_a_closed_dialogue_says_why_nothing_can_be_written(english: Any) -> None:
    ContributionFactory(dialogue=english.canonical, support_count=3)
    phase = english.canonical.phases.get()
    with after(phase):
        shown = page(english)
        assert "This dialogue has closed." in shown
        assert "/new/" not in shown
        assert "/reply/" not in shown
        assert "3 agree" in shown
    with before_phase(phase):
        assert "has not opened yet" in page(english)


def test_those_who_work_with_it_may_answer_a_closed_dialogue(client_of: Callable[..., Client], bo: Any, astrid: Any) -> None:
    given = ContributionFactory(dialogue=DialogueFactory(closed=True))
    address = reverse("participation_comments:reply", args=[given.pk])
    assert address in page(given.dialogue, client_of(bo))
    assert address not in page(given.dialogue, client_of(astrid))


def test_the_page_holds_no_form_that_changes_anything(english: Any) -> None:
    """It is cached whole and served to everybody."""
    ContributionFactory(dialogue=english.canonical)
    shown = page(english)
    assert 'method="post"' not in shown
    assert "csrfmiddlewaretoken" not in shown


def test_the_order_stands_in_the_address_and_survives_paging(english: Any) -> None:
    for _number in range(21):
        ContributionFactory(dialogue=english.canonical)
    shown = page(english, ordning="aldst")
    assert "?ordning=aldst&amp;sida=2#comments" in shown
    assert page(english, ordning="forged", sida="forged")


def test_folded_replies_lead_to_the_whole_conversation(english: Any) -> None:
    root = ContributionFactory(dialogue=english.canonical)
    replies = [ContributionFactory(dialogue=english.canonical, reply_to=root) for _number in range(5)]
    shown = page(english)
    assert "Show the whole conversation (5 replies)" in shown
    assert f'id="c{replies[2].pk}"' in shown
    assert f'id="c{replies[3].pk}"' not in shown


def test_a_dialogue_with_review_shows_only_what_was_published() -> None:
    dialogue = DialogueFactory(open=True, publishing=Publishing.BEFORE)
    ContributionFactory(dialogue=dialogue, pending=True, text="Kanariefågel")
    assert "Kanariefågel" not in page(dialogue)


def test_the_section_takes_at_most_ten_queries(english: Any, count_queries: Any, rf: Any) -> None:
    from django.contrib.auth.models import AnonymousUser

    from participation.methods.comments.section import section_context

    request = rf.get("/")
    request.user = AnonymousUser()

    def draw() -> None:
        section_context(request, Subject(type(english).objects.get(pk=english.canonical.pk)))

    few = count_queries(draw)
    for _number in range(25):
        root = ContributionFactory(dialogue=english.canonical)
        for _reply in range(4):
            ContributionFactory(dialogue=english.canonical, reply_to=root, official=_reply == 0)
    many = count_queries(draw)
    assert many <= 11, "ten, and the page itself"
    assert many - few <= 2, "nothing is asked for where there is nothing"


@pytest.mark.parametrize(("state", "is_open"), [("upcoming", False), ("open", True), ("closed", False)])
def test_its_form_has_an_address_while_it_is_open(site_tree: Any, state: str, is_open: bool) -> None:
    dialogue, method = DialogueFactory(**{state: True}), get_method("comments")
    assert method is not None
    new_url = reverse("participation_comments:new", args=[dialogue.pk])
    assert method.start_url(Subject(dialogue)) == (f"{new_url}#id_text" if is_open else "")
