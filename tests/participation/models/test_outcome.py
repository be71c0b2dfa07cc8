"""Answers: a reason never contradicts its answer, in forms, in drafts and in the database."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from participation.choices import REASONS, AnswerKind, ReasonKind
from participation.models import OutcomeItem, OutcomePage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> OutcomeItem:
    return factories.OutcomeFactory(dialogue=factories.ThemeFactory().dialogue).items.get()


@pytest.mark.parametrize("answer", ["", *AnswerKind.values])
def test_reason_and_answer_fit_in_the_model_and_in_the_database(item: OutcomeItem, answer: str) -> None:
    for reason in ["", *ReasonKind.values]:
        item.answer, item.reason_kind = answer, reason
        fits = not (answer and reason) or reason in REASONS[answer]
        row = OutcomeItem.objects.filter(pk=item.pk)
        if fits:
            item.clean()
            row.update(answer=answer, reason_kind=reason)
            continue
        with pytest.raises(ValidationError) as refused:
            item.clean()
        assert set(refused.value.message_dict) == {"reason_kind"}
        with pytest.raises(IntegrityError), transaction.atomic():
            row.update(answer=answer, reason_kind=reason)


def test_the_refusal_names_the_reasons_that_go_with_the_answer(item: OutcomeItem) -> None:
    item.answer, item.reason_kind = AnswerKind.ALREADY, ReasonKind.COST
    with pytest.raises(ValidationError, match="Det är redan på gång eller Ett tidigare beslut gäller"):
        item.clean()


@pytest.mark.parametrize("reason, kept", [("Pengarna räcker inte.", "Pengarna räcker inte."), ("", "Det kostar för mycket")])
def test_an_old_draft_opens_without_the_reason_that_contradicts(item: OutcomeItem, reason: str, kept: str) -> None:
    page: Any = OutcomePage.objects.get()
    revision = page.save_revision()
    revision.refresh_from_db()
    content = revision.content
    content["items"][0] |= {"answer": AnswerKind.CHANGED, "reason_kind": ReasonKind.COST, "reason": reason}
    type(revision).objects.filter(pk=revision.pk).update(content=content)
    opened = OutcomePage.objects.get().get_latest_revision_as_object().items.get()
    assert (opened.answer, opened.reason_kind, opened.reason) == (AnswerKind.CHANGED, "", kept)
