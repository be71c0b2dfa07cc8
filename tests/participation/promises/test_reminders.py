"""Who is reminded of a promised day, when, and that it stops when the promise is kept."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms import clock
from cms.organisation.roles import coordinator_group
from cms.outbox.models import Job
from participation.choices import CommitmentStatus, OutcomeStep
from participation.models import Commitment, DialoguePage, FollowUpPage
from participation.promises.reminders import REMINDER, remind
from tests import factories
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db

DUE = date(2026, 6, 30)


def on(day: date, hour: int = 8) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def before(days: int, hour: int = 8) -> Any:
    """The clock, so many days before the promised day."""
    return clock.at(on(DUE - timedelta(days=days), hour))


@pytest.fixture
def dialogue(site_tree: Any) -> Iterator[Any]:
    with before(60):
        page = factories.DialogueFactory(closed=True, title="Torget", feedback_due_on=DUE)
        yield page


@pytest.fixture
def responsible(dialogue: Any) -> Any:
    return dialogue.feedback_responsible


@pytest.fixture
def coordinator(site_tree: Any) -> Any:
    person = factories.UserFactory(staff=True)
    person.groups.add(coordinator_group())
    return person


def reminded() -> list[Any]:
    """The reminders that were sent, oldest first."""
    remind()
    return [mail for mail in work_off(sweep=False) if "Torget" in mail.body]


@pytest.mark.parametrize(("days", "written"), [(15, 0), (14, 1), (10, 0), (3, 1), (0, 0), (-1, 1), (-8, 0)])
def test_on_which_days(dialogue: Any, responsible: Any, days: int, written: int) -> None:
    with before(days):
        assert remind() == written


def test_each_once(dialogue: Any, coordinator: Any) -> None:
    for days in range(20, -10, -1):
        with before(days):
            remind()
            remind()

    assert Job.objects.filter(kind=REMINDER).count() == 3 * 2


def test_a_day_on_which_nothing_ran_is_made_up_for(dialogue: Any) -> None:
    with before(12):
        assert remind() == 1


def test_not_before_seven(dialogue: Any) -> None:
    with before(14, hour=6):
        assert remind() == 0
    with before(14, hour=7):
        assert remind() == 1


def test_goes_to_who_answers_for_it_and_to_the_coordinators(dialogue: Any, responsible: Any, coordinator: Any) -> None:
    factories.UserFactory(staff=True)
    with before(14):
        mails = reminded()

    assert {address for mail in mails for address in mail.to} == {responsible.email, coordinator.email}


def test_says_what_is_missing_and_where_to_go(dialogue: Any, responsible: Any) -> None:
    factories.ContributionFactory(dialogue=dialogue)
    with before(3):
        [mail] = reminded()

    assert mail.subject == "Ett svar är utlovat om 3 dagar: Torget"
    assert "1 synpunkt ligger inte i något tema." in mail.body
    assert "Resultatet är inte påbörjat." in mail.body
    assert f"/admin/pages/{dialogue.pk}/edit/" in mail.body
    assert "Du får det här mejlet för att du svarar för det med ditt namn." in mail.body


def test_a_day_that_passed(dialogue: Any, responsible: Any) -> None:
    with before(-1):
        [mail] = reminded()

    assert mail.subject == "Ett svar är försenat, det var utlovat i går: Torget"
    assert "Det har inte kommit." in mail.body


def test_a_title_stands_as_it_was_written(dialogue: Any, responsible: Any) -> None:
    DialoguePage.objects.filter(pk=dialogue.pk).update(title="Torget & <parken>")
    with before(3):
        [mail] = reminded()

    assert "Torget & <parken>" in mail.body


def test_an_answer_ends_it_even_after_the_reminder_was_written(dialogue: Any, responsible: Any) -> None:
    with before(3):
        assert remind() == 1
        factories.OutcomeFactory(dialogue=dialogue, step=OutcomeStep.DECIDED)
        assert work_off(sweep=False) == []
    with before(-1):
        assert remind() == 0


def test_what_was_said_only_is_no_answer(dialogue: Any, responsible: Any) -> None:
    factories.OutcomeFactory(dialogue=dialogue, step=OutcomeStep.SAID)
    with before(-1):
        assert remind() == 1


def test_a_moved_day_drops_the_reminder_of_the_old_one(dialogue: Any, responsible: Any) -> None:
    with before(3):
        remind()
        DialoguePage.objects.filter(pk=dialogue.pk).update(feedback_due_on=DUE + timedelta(days=30))
        assert work_off(sweep=False) == []
    with before(3 - 30):
        assert remind() == 1


@pytest.mark.parametrize("change", [{"is_active": False}])
def test_a_closed_account_is_not_written_to(dialogue: Any, responsible: Any, change: dict[str, Any]) -> None:
    with before(3):
        remind()
        type(responsible).objects.filter(pk=responsible.pk).update(**change)
        assert work_off(sweep=False) == []


def test_who_handed_it_over_is_not_written_to(dialogue: Any, responsible: Any) -> None:
    with before(3):
        remind()
        successor = factories.UserFactory(staff=True)
        DialoguePage.objects.filter(pk=dialogue.pk).update(feedback_responsible=successor)
        mails = reminded()

    assert [mail.to for mail in mails] == [[successor.email]]


@pytest.mark.parametrize("change", [{"live": False}, {"cancelled_on": DUE - timedelta(days=50)}, {"is_record": True}])
def test_nobody_waits(dialogue: Any, change: dict[str, Any]) -> None:
    DialoguePage.objects.filter(pk=dialogue.pk).update(**change)
    with before(3):
        assert remind() == 0


def test_a_dialogue_that_still_takes_contributions_is_not_late(site_tree: Any) -> None:
    with before(1):
        factories.DialogueFactory(open=True, feedback_due_on=DUE)
    with before(-1):
        assert remind() == 0


@pytest.mark.parametrize(("days", "written"), [(14, 1), (4, 0), (3, 1), (0, 1), (-3, 0)])
def test_commitments(site_tree: Any, days: int, written: int) -> None:
    with before(60):
        factories.DialogueFactory(in_follow_up=True, feedback_due_on=DUE - timedelta(days=100))
        Commitment.objects.update(due_on=DUE)
    with before(days):
        assert remind() == written


def test_a_commitment_is_named_with_a_link_to_the_follow_up(site_tree: Any) -> None:
    with before(60):
        dialogue = factories.DialogueFactory(in_follow_up=True, title="Torget", feedback_due_on=DUE - timedelta(days=100))
        Commitment.objects.update(due_on=DUE, what="En lägre kant")
        follow_up = FollowUpPage.objects.child_of(dialogue).get()
    with before(0):
        [mail] = reminded()

    assert mail.subject == "Ett åtagande ska vara klart i dag: En lägre kant"
    assert f"/admin/pages/{follow_up.pk}/edit/" in mail.body


def test_a_kept_commitment_reminds_nobody(site_tree: Any) -> None:
    with before(60):
        factories.DialogueFactory(in_follow_up=True, feedback_due_on=DUE - timedelta(days=100))
        Commitment.objects.update(due_on=DUE)
    with before(3):
        assert remind() == 1
        Commitment.objects.update(status=CommitmentStatus.DONE)
        assert work_off(sweep=False) == []
