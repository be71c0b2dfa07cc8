"""Drafts of the outcome and the follow-up may be incomplete; what is published is not."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from participation.choices import AnswerKind, CommitmentStatus, OutcomeStep, ReasonKind
from participation.feedback import actions
from participation.models import FollowUpPage, OutcomePage
from tests.factories import ContributionFactory, DecisionFactory, OutcomeFactory, ThemeFactory


def saved(client: Any, page: Any, **fields: Any) -> Any:
    data = nested_form_data({"title": page.title, "slug": page.slug, "introduction": "", **fields})
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def outcome_fields(of: Any, **answer: Any) -> dict[str, Any]:
    row = {"theme": of.pk, "heading": of.title, "said": "", "answer": "", "reason_kind": "", "reason": "", "decision": ""}
    rows = inline_formset([row | answer])
    return {"step": OutcomeStep.SAID, "closing": "null", "items": rows}


@pytest.fixture
def theme(own: Any) -> Any:
    return ThemeFactory(dialogue=own, contributions=[ContributionFactory(dialogue=own)])


def test_a_no_without_its_reason_is_a_draft(own: Any, theme: Any, dag: Any, client_of: Any) -> None:
    outcome = actions.make_outcome(own, dag)
    fields = outcome_fields(theme, answer=AnswerKind.NOT)
    assert saved(client_of(dag), outcome, **fields).status_code == 302
    (item,) = OutcomePage.objects.get().get_latest_revision_as_object().items.all()
    assert item.answer == AnswerKind.NOT
    refused = saved(client_of(dag), outcome, **fields, **{"action-publish": "1"})
    assert refused.status_code == 200 and set(refused.context["form"].formsets["items"].forms[0].errors) == {"reason_kind", "reason"}
    assert not OutcomePage.objects.get().live


def test_a_reason_that_contradicts_is_refused_in_a_draft_and_nothing_is_lost(own: Any, theme: Any, dag: Any, client_of: Any) -> None:
    outcome = actions.make_outcome(own, dag)
    fields = outcome_fields(theme, answer=AnswerKind.CHANGED, reason_kind=ReasonKind.COST, reason="Vi hittade pengarna.")
    refused = saved(client_of(dag), outcome, **fields)
    assert refused.status_code == 200
    (form,) = refused.context["form"].formsets["items"].forms
    assert set(form.errors) == {"reason_kind"} and "Vi hittade pengarna." in refused.content.decode()


def test_answers_name_only_themes_and_decisions_of_their_dialogue(own: Any, foreign: Any, theme: Any, dag: Any, client_of: Any) -> None:
    secret, decision = ThemeFactory(dialogue=foreign, title="Hemligt tema"), DecisionFactory(dialogue=foreign)
    outcome = actions.make_outcome(own, dag)
    page = client_of(dag).get(reverse("wagtailadmin_pages:edit", args=[outcome.pk])).content.decode()
    assert "Hemligt tema" not in page and decision.citation not in page
    for row in ({"theme": secret.pk}, {"decision": decision.pk}):
        assert saved(client_of(dag), outcome, **outcome_fields(theme, **row)).status_code == 200


def test_a_commitment_without_its_day_is_a_draft(own: Any, theme: Any, dag: Any, client_of: Any) -> None:
    OutcomeFactory(dialogue=own)
    follow_up = actions.make_follow_up(own, dag)
    row = {"what": "En övergång", "who": "Gatuenheten", "due_on": "", "theme": theme.pk, "status": CommitmentStatus.NOT_BEGUN, "note": ""}
    fields = {"commitments": inline_formset([row | {"status_on": ""}])}
    assert saved(client_of(dag), follow_up, **fields).status_code == 302
    refused = saved(client_of(dag), follow_up, **fields, **{"action-publish": "1"})
    assert refused.status_code == 200 and "due_on" in refused.context["form"].formsets["commitments"].errors[0]
    dated = [row | {"status_on": "", "due_on": "2030-09-01"}]
    behind = saved(client_of(dag), follow_up, **{"commitments": inline_formset(dated), "action-publish": "1"})
    assert behind.status_code == 200 and not FollowUpPage.objects.get().live  # the stored one still lacks its day
    stored = FollowUpPage.objects.get().commitments.get()
    fields = {"commitments": inline_formset([dated[0] | {"id": stored.pk}], initial=1)}
    assert saved(client_of(dag), follow_up, **fields, **{"action-publish": "1"}).status_code == 302
    assert FollowUpPage.objects.get().live and FollowUpPage.objects.get().commitments.get().due_on.year == 2030
