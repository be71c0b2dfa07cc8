"""Limits of what is written, told beside the field and in refusals."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from participation.choices import ContributionState
from participation.contributions import rules
from participation.contributions.actions import DETAILS_MAX
from participation.contributions.forms import ReportForm, SecondLookAskForm, WordsForm
from participation.models.contribution import TEXT_MAX
from participation.models.moderation import WORDS_MAX

NOON = datetime(2026, 5, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("form", "field", "most"),
    [(WordsForm, "text", TEXT_MAX), (ReportForm, "details", DETAILS_MAX), (SecondLookAskForm, "words", WORDS_MAX)],
)
def test_a_field_says_how_much_it_takes(form, field, most):
    told = str(form.base_fields[field].help_text)
    assert told.replace("\xa0", "").startswith(f"Högst {most} tecken.")


def test_the_refusal_of_a_late_change_says_how_long_there_was(monkeypatch):
    monkeypatch.setattr(rules, "is_author", lambda contribution, participant: True)
    monkeypatch.setattr(rules, "EDIT_WINDOW", timedelta(minutes=45))
    row = SimpleNamespace(state=ContributionState.PUBLISHED, received_at=NOON - timedelta(hours=1))
    assert "i 45 minuter" in str(rules.can_edit(row, None, NOON).reason)
