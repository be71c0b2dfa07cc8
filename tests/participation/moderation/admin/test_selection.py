"""Which contributions an action is for: those ticked, or all of the filtered list as it was, and no foreign one."""

from typing import Any

import pytest

from participation.models import NoAnswerNeeded, ThemeContribution
from participation.moderation.admin import selection
from tests.factories import ContributionFactory
from tests.participation.moderation.admin.bulk_tools import ANSWERS, HIDE, address, said, states


@pytest.mark.parametrize("action", ANSWERS)
def test_one_foreign_row_is_not_there(own: Any, foreign: Any, dag: Any, client_of: Any, action: str) -> None:
    mine, theirs = ContributionFactory(dialogue=own), ContributionFactory(dialogue=foreign, text="Kajen rasar", hidden=True)
    client = client_of(dag)
    for answer in (
        client.get(address(action, mine, theirs)),
        client.post(address(action, mine, theirs), ANSWERS[action]),
        client.post(address(action, mine), {"chosen": f"{mine.pk},{theirs.pk}", **ANSWERS[action]}),
    ):
        assert answer.status_code == 404
        page = answer.content.decode()
        assert "Kajen" not in page and theirs.shown_code not in page and "Hemlig hamnplan" not in page
    assert states(mine, theirs) == ["published", "hidden"]
    assert not ThemeContribution.objects.exists() and not NoAnswerNeeded.objects.exists()


@pytest.mark.parametrize("ids", [["0"], ["x"], ["9" * 40], ["-1"], ["1.5"]])
def test_nonsense_answers_404(own: Any, dag: Any, client_of: Any, ids: list[str]) -> None:
    assert client_of(dag).get(address("hide", *ids)).status_code == 404


def test_nothing_chosen_is_said(own: Any, dag: Any, client_of: Any) -> None:
    answer = client_of(dag).get(address("hide"))
    assert answer.status_code == 302 and said(answer)


def test_all_of_the_filtered_list_and_nothing_that_came_later(own: Any, foreign: Any, dag: Any, client_of: Any) -> None:
    loud = ContributionFactory.create_batch(3, dialogue=own, text="Reklam")
    quiet, theirs = ContributionFactory(dialogue=own), ContributionFactory(dialogue=foreign, text="Reklam")
    client = client_of(dag)
    asked = client.get(address("hide", "all", q="reklam", dialogue=own.pk))
    assert asked.context["changing"] == 3
    late = ContributionFactory(dialogue=own, text="Reklam")
    client.post(asked.context["submit_url"], {"chosen": asked.context["chosen"], **HIDE})
    assert states(*loud) == ["hidden"] * 3
    assert states(quiet, theirs, late) == ["published"] * 3


def test_too_many_at_once_are_refused(own: Any, dag: Any, client_of: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(selection, "MOST_AT_ONCE", 2)
    ContributionFactory.create_batch(3, dialogue=own)
    answer = client_of(dag).get(address("hide", "all"))
    assert answer.status_code == 302 and "2" in said(answer)
