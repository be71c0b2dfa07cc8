"""Many at once: what is asked, what happens, and that foreign rows refuse it all without a trace."""

import re
from typing import Any

import pytest
from django.urls import reverse

from cms import clock
from participation.models import Contribution, ModerationDecision, NoAnswerNeeded, Report, Theme, ThemeContribution
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, ThemeFactory
from tests.participation.moderation.admin.bulk_tools import ANSWERS, HIDE, address, said, states


def confirm(client: Any, action: str, *rows: Any, **answers: Any) -> Any:
    """Walk as a person does: read what will happen, then confirm the form of that page."""
    asked = client.get(address(action, *rows))
    assert asked.status_code == 200, asked.headers
    return client.post(asked.context["submit_url"], {"chosen": asked.context["chosen"], **answers})


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


def test_a_wrong_reason_keeps_the_form(own: Any, dag: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own)
    answer = confirm(client_of(dag), "hide", row, reason="because", note="Kvar.")
    assert answer.status_code == 200 and "Kvar." in answer.content.decode()
    assert states(row) == ["published"]


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
