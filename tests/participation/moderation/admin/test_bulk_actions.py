"""Many at once: what is asked, what happens, and that foreign rows refuse it all without a trace."""

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from cms import clock
from participation.models import Contribution, ModerationDecision, NoAnswerNeeded, Report, Theme, ThemeContribution
from participation.moderation.admin import selection
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, ThemeFactory

HIDE = {"reason": "threat", "note": "Hotfullt."}
ANSWERS: dict[str, dict[str, Any]] = {
    "hide": HIDE,
    "show": {},
    "publish": {},
    "handle_reports": {},
    "sort": {"new_theme": "Fart"},
    "take_out": {},
    "no_answer": {"reason": "duplicate"},
    "answer_again": {},
}


def address(action: str, *rows: Any, **query: Any) -> str:
    pairs = [("id", getattr(row, "pk", row)) for row in rows] + list(query.items())
    return reverse("wagtail_bulk_action", args=["participation", "contribution", action]) + "?" + urlencode(pairs)


def confirm(client: Any, action: str, *rows: Any, **answers: Any) -> Any:
    """Walk as a person does: read what will happen, then confirm the form of that page."""
    asked = client.get(address(action, *rows))
    assert asked.status_code == 200, asked.headers
    return client.post(asked.context["submit_url"], {"chosen": asked.context["chosen"], **answers})


def said(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def states(*rows: Any) -> list[str]:
    return [Contribution.objects.get(pk=row.pk).state for row in rows]


def test_hiding_asks_and_then_hides(own: Any, dag: Any, client_of: Any) -> None:
    one, two, withdrawn = *ContributionFactory.create_batch(2, dialogue=own), ContributionFactory(dialogue=own, withdrawn=True, text="")
    client = client_of(dag)
    page = client.get(address("hide", one, two, withdrawn))
    assert (page.context["changing"], page.context["staying"]) == (2, 1)
    assert states(one, two) == ["published"] * 2
    done = confirm(client, "hide", one, two, withdrawn, **HIDE)
    assert done.status_code == 302
    assert states(one, two, withdrawn) == ["hidden", "hidden", "withdrawn"]
    decision = ModerationDecision.objects.get(contribution=one)
    assert (decision.verb, decision.reason, decision.note, decision.decided_by) == ("hidden", "threat", "Hotfullt.", dag)
    assert re.search(r"\b2\b", said(done))


def test_showing_again_is_logged(own: Any, dag: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own, hidden=True)
    confirm(client_of(dag), "show", row)
    assert states(row) == ["published"]
    assert list(row.moderation_decisions.values_list("verb", flat=True)) == ["shown", "hidden"]


def test_publishing_what_waits(own: Any, dag: Any, client_of: Any) -> None:
    waits, stands = ContributionFactory(dialogue=own, pending=True), ContributionFactory(dialogue=own)
    confirm(client_of(dag), "publish", waits, stands)
    assert states(waits, stands) == ["published"] * 2
    assert ModerationDecision.objects.get().contribution == waits


def test_reports_are_marked_as_looked_at(own: Any, dag: Any, client_of: Any) -> None:
    row, other = ContributionFactory.create_batch(2, dialogue=own)
    Report.objects.create(contribution=row, participant=ParticipantFactory(), reason="hate", reported_at=clock.now())
    confirm(client_of(dag), "handle_reports", row, other)
    assert Report.objects.get().handled_at is not None and states(row) == ["published"]


def test_sorting_into_old_and_new_themes(own: Any, bo: Any, client_of: Any) -> None:
    rows = ContributionFactory.create_batch(2, dialogue=own)
    official = ContributionFactory(dialogue=own, official=True)
    theme = ThemeFactory(dialogue=own)
    done = confirm(client_of(bo), "sort", *rows, official, themes=[theme.pk], new_theme="Lägre fart")
    assert {link.theme.title for link in ThemeContribution.objects.filter(contribution=rows[0])} == {theme.title, "Lägre fart"}
    assert not official.theme_links.exists()
    assert "Lägre fart" in said(done)


def test_a_theme_that_exists_keeps_the_form(own: Any, bo: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own)
    ThemeFactory(dialogue=own, title="Fart")
    answer = confirm(client_of(bo), "sort", row, new_theme="FART")
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors() and answer.context["form"].data["new_theme"] == "FART"
    assert not ThemeContribution.objects.exists() and Theme.objects.count() == 1


def test_sorting_needs_a_theme(own: Any, bo: Any, client_of: Any) -> None:
    assert confirm(client_of(bo), "sort", ContributionFactory(dialogue=own)).status_code == 200


def test_themes_of_another_dialogue_are_no_choice(own: Any, foreign: Any, bo: Any, client_of: Any) -> None:
    row, theme = ContributionFactory(dialogue=own), ThemeFactory(dialogue=foreign, title="Hemligt")
    answer = confirm(client_of(bo), "sort", row, themes=[theme.pk])
    assert answer.status_code == 200 and "Hemligt" not in answer.content.decode()
    assert not ThemeContribution.objects.exists()


def test_contributions_of_two_dialogues_are_not_sorted_together(own: Any, bo: Any, client_of: Any) -> None:
    rows = [ContributionFactory(dialogue=own), ContributionFactory(dialogue=DialogueFactory(open=True))]
    answer = client_of(bo).get(address("sort", *rows))
    assert answer.status_code == 302 and own.title in said(answer)


def test_taking_out_and_marking(own: Any, bo: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own)
    theme = ThemeFactory(dialogue=own, contributions=[row])
    client = client_of(bo)
    confirm(client, "take_out", row, themes=[theme.pk])
    assert not ThemeContribution.objects.exists()
    confirm(client, "no_answer", row, reason="duplicate", note="Se ovan.")
    assert NoAnswerNeeded.objects.get().note == "Se ovan."
    confirm(client, "answer_again", row)
    assert not NoAnswerNeeded.objects.exists()


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


@pytest.mark.parametrize("action", ["hide", "show", "publish", "handle_reports"])
def test_who_may_not_publish_does_not_moderate(own: Any, bo: Any, client_of: Any, action: str) -> None:
    row = ContributionFactory(dialogue=own)
    for answer in (client_of(bo).get(address(action, row)), client_of(bo).post(address(action, row), HIDE)):
        assert answer.status_code == 302 and said(answer)
    assert states(row) == ["published"]


@pytest.mark.parametrize("action", ANSWERS)
def test_residents_do_nothing_here(own: Any, astrid: Any, client_of: Any, action: str) -> None:
    row = ContributionFactory(dialogue=own)
    assert client_of(astrid).post(address(action, row), ANSWERS[action]).status_code in (302, 404)
    assert states(row) == ["published"]


@pytest.mark.parametrize("ids", [["0"], ["x"], ["9" * 40], ["-1"], ["1.5"]])
def test_nonsense_answers_404(own: Any, dag: Any, client_of: Any, ids: list[str]) -> None:
    assert client_of(dag).get(address("hide", *ids)).status_code == 404


def test_nothing_chosen_is_said(own: Any, dag: Any, client_of: Any) -> None:
    answer = client_of(dag).get(address("hide"))
    assert answer.status_code == 302 and said(answer)


def test_a_wrong_reason_keeps_the_form(own: Any, dag: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own)
    answer = confirm(client_of(dag), "hide", row, reason="because", note="Kvar.")
    assert answer.status_code == 200 and "Kvar." in answer.content.decode()
    assert states(row) == ["published"]


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


def test_a_refusal_midway_leaves_all_as_they_were(own: Any, dag: Any, client_of: Any) -> None:
    """One is withdrawn between the question and the answer... of the other browser's tab."""
    one, two = ContributionFactory.create_batch(2, dialogue=own, pending=True)
    client = client_of(dag)
    asked = client.get(address("publish", one, two))
    Contribution.objects.filter(pk=two.pk).update(state="withdrawn", text="")
    client.post(asked.context["submit_url"], {"chosen": asked.context["chosen"]})
    assert states(one, two) == ["published", "withdrawn"]


def test_wagtails_deletion_is_not_offered(own: Any, dag: Any, cecilia: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own)
    assert client_of(cecilia).post(address("delete", row)).status_code == 404
    page = client_of(dag).get(reverse("participation_contributions:list")).content.decode()
    assert "/bulk/participation/contribution/delete/" not in page
    assert Contribution.objects.filter(pk=row.pk).exists()
