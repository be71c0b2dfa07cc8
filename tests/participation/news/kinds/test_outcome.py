"""The outcome is told to those who follow, and to everybody behind its themes, without following."""

from typing import Any

import pytest

from cms import clock
from participation.choices import NoAnswerReason, OutcomeStep
from participation.events import names
from participation.models import NoAnswerNeeded, OutcomePage
from tests.factories import ContributionFactory, DialogueFactory, OutcomeFactory, ParticipantFactory, ThemeFactory
from tests.outbox_tools import work_off
from tests.participation.news.conftest import heading_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def answered(astrid: Any) -> Any:
    """An outcome with a theme that Astrid's words lie in; nobody has published it in the admin."""
    dialogue = DialogueFactory(closed=True)
    said = ContributionFactory(dialogue=dialogue, participant=ParticipantFactory(user=astrid), text="Sänk farten vid skolan.")
    ThemeFactory(dialogue=dialogue, title="Lägre fart", contributions=[said])
    other = ContributionFactory(dialogue=dialogue, participant=ParticipantFactory(with_account=True), text="Utan tema.")
    NoAnswerNeeded.objects.create(contribution=other, reason=NoAnswerReason.OTHER_MATTER, decided_at=clock.now())
    return OutcomeFactory(dialogue=dialogue, decision_needed=False)


def outcome_mails() -> list[Any]:
    return [mail for mail in work_off() if heading_of(mail) == "Det finns ett svar"]


def test_it_is_told_once_to_each_however_often_it_is_published(answered: Any, follows: Any, told: Any) -> None:
    follows(names.DIALOGUE, answered.dialogue.pk)
    follows(names.BODY, answered.dialogue.body_id)
    answered.save_revision().publish()
    OutcomePage.objects.get(pk=answered.pk).save_revision().publish()
    sent = {mail.to[0]: mail for mail in outcome_mails()}
    assert sorted(sent) == ["astrid@example.org", "foljare@example.org"]
    assert len(outcome_mails()) == 2
    assert len(told(names.OUTCOME)) == 1
    assert "Du skrev: ”Sänk farten vid skolan.”" in sent["astrid@example.org"].body
    assert "Lägre fart" in sent["foljare@example.org"].body


def test_the_worker_finds_one_that_was_published_where_nobody_told(answered: Any, follows: Any) -> None:
    follows(names.DIALOGUE, answered.dialogue.pk)
    assert len(outcome_mails()) == 2


def test_a_later_step_is_told_again(answered: Any) -> None:
    work_off()
    page = OutcomePage.objects.get(pk=answered.pk)
    page.step = OutcomeStep.DONE
    page.save_revision().publish()
    assert [heading_of(mail) for mail in work_off()][-1] == "Det här blev gjort"


def test_one_that_is_unpublished_before_it_is_sent_is_not_told(answered: Any, follows: Any) -> None:
    follows(names.DIALOGUE, answered.dialogue.pk)
    answered.save_revision().publish()
    OutcomePage.objects.get(pk=answered.pk).unpublish()
    assert outcome_mails() == []


def test_a_draft_is_told_to_nobody(follows: Any) -> None:
    page = OutcomeFactory(draft=True)
    follows(names.DIALOGUE, page.dialogue.pk)
    assert outcome_mails() == []
