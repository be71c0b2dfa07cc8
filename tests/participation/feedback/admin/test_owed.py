"""What is owed an answer: every closed dialogue without one, by body, to those who work with it."""

from typing import Any

import pytest

from participation.feedback.admin.addresses import owed_url
from participation.feedback.admin.owed import debts_of, menu_item
from tests.factories import BodyFactory, DialogueFactory


@pytest.fixture
def body(site_tree: Any) -> Any:
    return BodyFactory(name="Barnnämnden")


def titles(person: Any) -> list[tuple[str, list[str]]]:
    return [(str(group.body or ""), [debt.row.page.title for debt in group.debts]) for group in debts_of(person)]


def test_only_closed_dialogues_without_an_answer_are_owed(body: Any, bo: Any) -> None:
    for trait in ("open", "upcoming", "answered", "draft", "cancelled"):
        DialogueFactory(**{trait: True}, body=body)
    DialogueFactory(closed=True, body=body, title="Torget")
    assert titles(bo) == [(str(body), ["Torget"])]


def test_bodies_stand_by_name_the_longest_promised_first_and_those_without_one_last(body: Any, bo: Any) -> None:
    other = BodyFactory(name="arkivnämnden")
    DialogueFactory(closed=True, body=None, title="Utan nämnd")
    DialogueFactory(closed=True, body=body, title="Senare", due=50)
    DialogueFactory(overdue=True, body=body, title="Sen")
    DialogueFactory(closed=True, body=other, title="Arkivet")
    assert titles(bo) == [(str(other), ["Arkivet"]), (str(body), ["Sen", "Senare"]), ("", ["Utan nämnd"])]
    assert [group.late for group in debts_of(bo)] == [0, 1, 0]


def test_a_debt_says_whose_it_is_and_others_dialogues_are_not_told(own: Any, foreign: Any, bo: Any, cecilia: Any) -> None:
    (group,) = debts_of(bo)
    (debt,) = group.debts
    assert (debt.row.page, debt.administration, debt.responsible) == (own, own.administration, own.feedback_responsible.shown_function)
    assert {debt.row.page for group in debts_of(cecilia) for debt in group.debts} == {own, foreign}


def test_the_page_counts_them(own: Any, bo: Any, client_of: Any) -> None:
    DialogueFactory(overdue=True, body=own.body)
    answer = client_of(bo).get(owed_url())
    assert (answer.status_code, answer.context["number"], answer.context["late"]) == (200, 2, 1)
    assert own.title in answer.content.decode()


def test_the_menu_shows_it_to_those_who_work_with_a_dialogue(own: Any, bo: Any, astrid: Any, rf: Any) -> None:
    request = rf.get("/")
    shown = []
    for request.user in (bo, astrid):
        shown.append(menu_item().is_shown(request))
    assert shown == [True, False]
