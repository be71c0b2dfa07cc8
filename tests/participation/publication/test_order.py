"""The order of events: each day that contradicts another, or the day of publication, is told at its row and field."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation

from cms import clock
from cms.fields import start_of
from participation.choices import CommitmentStatus, OutcomeStep
from participation.models import Commitment, DialoguePage, DialogueUpdate, FollowUpPage, MandateStep, OutcomePage, Phase
from participation.publication.requirements import missing_for_publication
from tests import factories
from tests.participation.editing.forms import errors_of, form_of, send
from tests.participation.methods.poll.polls import PollFactory

pytestmark = pytest.mark.django_db

As = Callable[[Any], Client]
RIGHTS = factories.RIGHTS


def places(page: Any, **asked: Any) -> set[str]:
    """Where something is missing: the field, or the rows and their field."""
    return {f"{missing.where}.{missing.row_field}".strip(".") for missing in missing_for_publication(page, **asked)}


@pytest.fixture
def editor(client_of: As, dag: Any) -> Client:
    return client_of(dag)


def dialogue(first: int, last: int, **fields: Any) -> Any:
    return factories.DialogueFactory(phases=[("Tyck till", first, last, RIGHTS)], **fields)


def day(offset: int) -> Any:
    return clock.today() + timedelta(days=offset)


# Phases


@pytest.mark.parametrize(("first", "refused"), [(-1, True), (-300, True), (0, False), (7, False)])
def test_a_first_day_lies_not_before_the_first_publication(first: int, refused: bool) -> None:
    page = dialogue(first, 20, live=False)

    assert places(page) == ({"phases.opens_at"} if refused else set())


def test_it_is_said_at_the_day_in_the_form_and_a_draft_is_saved(editor: Client) -> None:
    page = dialogue(-1, 20, live=False)

    assert send(editor, page).status_code == 302
    response = send(editor, page, "publish", introduction="Ny ingress.")

    form = response.context["form"]
    assert list(form.formsets["phases"].forms[0].errors) == ["opens_at"] and not form.errors
    assert "Ny ingress." in response.content.decode() and not DialoguePage.objects.get().live


def test_what_is_public_already_stays_as_it_is(editor: Client) -> None:
    page = dialogue(-7, 20)

    assert send(editor, page, "publish", introduction="Ny ingress.").status_code == 302
    assert DialoguePage.objects.get(pk=page.pk).introduction == "Ny ingress."


def test_what_was_public_once_is_published_again_as_it_was(editor: Client) -> None:
    page = dialogue(-7, 20, live=False, first_published_at=clock.now() - timedelta(days=9))

    assert places(page) == set()


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        (-8, 20, {"phases.opens_at"}),
        (2, 20, {"phases.opens_at"}),  # people have taken part already
        (-7, -1, set()),  # closed at once
        (-7, -2, {"phases.closes_at"}),
        (-7, 40, set()),
    ],
)
def test_the_days_of_a_phase_that_has_begun(first: int, last: int, wrong: set[str]) -> None:
    page = dialogue(-7, 20)
    phase = page.phases.get()
    phase.opens_at, phase.closes_at = factories.day(first), factories.day(last + 1)
    page.phases = [phase]
    page.feedback_due_on = None

    assert places(page) - {"feedback_due_on"} == wrong


def test_a_new_phase_of_a_public_dialogue_begins_today_at_the_earliest() -> None:
    page = dialogue(-7, 20)
    page.phases.add(Phase(name="Möte", opens_at=factories.day(-3), closes_at=factories.day(-1), rights=[], locale=page.locale))

    assert places(page) == {"phases.opens_at"}


def test_the_day_of_a_scheduled_publication_counts() -> None:
    page = dialogue(3, 20, live=False, go_live_at=factories.day(5))
    assert places(page) == {"phases.opens_at"}

    page.go_live_at = factories.day(3) + timedelta(hours=8)
    assert places(page) == set()


def test_a_row_with_a_fault_is_not_said_to_be_absent(editor: Client) -> None:
    page = dialogue(1, 20, live=False)
    response = send(editor, page, "publish", **{"phases-0-closes_at": "", "mandate_steps-0-title": ""})

    form = response.context["form"]
    assert set(form.formsets["phases"].forms[0].errors) == {"closes_at"}
    assert not form.formsets["phases"].non_form_errors() and not form.formsets["mandate_steps"].non_form_errors()


def test_rows_to_be_removed_count_for_nothing_beside_a_faulty_one(editor: Client) -> None:
    page = factories.DialogueFactory(live=False, phases=[("A", 1, 5, RIGHTS), ("B", 3, 9, ["comments.comment"])])

    response = send(editor, page, "publish", **{"phases-1-DELETE": "on", "phases-0-name": ""})

    assert [set(form.errors) for form in response.context["form"].formsets["phases"].forms] == [{"name"}, set()]


# Promise, cancellation, steps


def test_a_promised_day_is_not_moved_into_the_past() -> None:
    page = factories.DialogueFactory(closed=True, due=10)
    page.due_change_reason = "Fel datum."
    page.feedback_due_on = day(-1)
    assert places(page) == {"feedback_due_on"}

    page.feedback_due_on = day(0)
    assert places(page) == set()


def test_a_promise_that_is_late_does_not_stop_an_edit() -> None:
    assert places(factories.DialogueFactory(overdue=True)) == set()


@pytest.mark.parametrize(("offset", "wrong"), [(1, {"cancelled_on"}), (0, set()), (-5, set())])
def test_a_dialogue_is_cancelled_when_it_is(offset: int, wrong: set[str]) -> None:
    page = factories.DialogueFactory(open=True)
    page.cancelled_on, page.cancelled_reason = day(offset), "Frågan drogs tillbaka."

    assert places(page) == wrong


def test_what_is_answered_is_not_cancelled() -> None:
    page = factories.DialogueFactory(answered=True)
    page.cancelled_on, page.cancelled_reason = day(0), "Frågan drogs tillbaka."

    assert places(page) == {"cancelled_on"}


@pytest.mark.parametrize("offset", [0, 1])
def test_steps_and_news_tell_what_has_happened(offset: int) -> None:
    page = factories.DialogueFactory(draft=True)
    page.mandate_steps.add(MandateStep(kind="decision", date=day(offset), title="Beslut"))
    page.updates.add(DialogueUpdate(date=day(offset), text="Mötet är flyttat.", locale=page.locale))

    assert places(page) == ({"mandate_steps.date", "updates.date"} if offset else set())


# Activities


def test_a_poll_is_published_while_somebody_can_use_it() -> None:
    closed = factories.DialogueFactory(phases=[("Rösta", -9, -2, ["poll.vote"])])
    assert places(PollFactory(dialogue=closed, draft=True)) == {"phase_key"}
    assert places(PollFactory(dialogue=closed)) == set()

    ahead = factories.DialogueFactory(phases=[("Rösta", -9, -2, ["poll.vote"]), ("Igen", 1, 2, ["poll.vote"])])
    assert places(PollFactory(dialogue=ahead, draft=True)) == set()
    assert places(PollFactory(dialogue=ahead, draft=True, phase_key=ahead.phases.first().translation_key)) == {"phase_key"}


# Outcome


def outcome_of(page: Any, step: str = OutcomeStep.DECIDED, **fields: Any) -> Any:
    return factories.OutcomeFactory(dialogue=page, draft=True, step=step, decision_needed=False, **fields)


@pytest.mark.parametrize("step", [OutcomeStep.DECIDED, OutcomeStep.DONE])
def test_an_answer_waits_until_the_last_phase_has_ended(step: str) -> None:
    page = factories.DialogueFactory(phases=[("A", -20, -10, RIGHTS), ("B", -3, 0, RIGHTS)])
    outcome = outcome_of(page, step)
    assert places(outcome) == {"step"}

    with clock.at(factories.day(1)):
        assert places(outcome) == set()


def test_a_pause_between_phases_is_not_the_end() -> None:
    assert places(outcome_of(factories.DialogueFactory(phases=[("A", -20, -10, RIGHTS), ("B", 3, 9, RIGHTS)]))) == {"step"}


def test_what_was_said_is_told_while_it_is_open_but_not_before() -> None:
    assert places(outcome_of(dialogue(-3, 5), OutcomeStep.SAID)) == set()
    assert places(outcome_of(dialogue(3, 5), OutcomeStep.SAID)) == {"step"}


@pytest.mark.parametrize("kind", ["cancelled", "record"])
def test_dialogues_without_an_end_are_answered(kind: str) -> None:
    assert places(outcome_of(factories.DialogueFactory(**{kind: True}))) == set()


@pytest.mark.parametrize(("language", "words"), [("sv", "till och med"), ("en", "until")])
def test_it_is_said_at_the_step_in_both_languages(editor: Client, dag: Any, language: str, words: str) -> None:
    dag.preferred_language = language
    outcome = outcome_of(dialogue(-3, 5))
    with translation.override(language):
        [missing] = missing_for_publication(outcome)
        assert words in str(missing.sentence)

    assert set(errors_of(send(editor, outcome, "publish"))) == {"step"}
    assert send(editor, outcome).status_code == 302


def test_many_at_once_and_by_name_refuse_too(editor: Client) -> None:
    page = dialogue(-3, 5)
    outcome = outcome_of(page)
    outcome.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    text = editor.post(f"{url}?id={outcome.pk}", {"include_descendants": ""}, follow=True).content.decode()

    assert "5" in text and not OutcomePage.objects.get().live


def test_an_answer_may_be_scheduled_for_the_day_after(editor: Client) -> None:
    outcome = outcome_of(dialogue(-3, 5))
    outcome.go_live_at = factories.day(6) + timedelta(hours=9)
    assert places(outcome) == set()

    outcome.save_revision().publish()
    assert not OutcomePage.objects.get().live
    with clock.at(factories.day(3)):
        Phase.objects.update(closes_at=factories.day(20))
    OutcomePage.objects.update(go_live_at=clock.now())
    outcome.revisions.update(approved_go_live_at=clock.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert not OutcomePage.objects.get().live, "the dialogue was extended meanwhile"


def test_an_answered_dialogue_is_not_opened_again() -> None:
    page = factories.DialogueFactory(answered=True)
    phase = page.phases.get()
    phase.closes_at = factories.day(5)
    page.phases = [phase]
    page.feedback_due_on = day(60)
    assert "phases.closes_at" in places(page)

    page = factories.DialogueFactory(answered=True)
    page.phases.add(Phase(name="Igen", opens_at=factories.day(2), closes_at=factories.day(9), rights=RIGHTS, locale=page.locale))
    assert "phases.closes_at" in places(page)


def test_an_answer_stays_while_its_follow_up_is_public() -> None:
    page = factories.DialogueFactory(in_follow_up=True)
    outcome = OutcomePage.objects.get()
    outcome.decision_needed = False

    outcome.step = OutcomeStep.SAID
    assert places(outcome) == {"step"}
    outcome.step = OutcomeStep.DONE
    assert places(outcome) == {"step"}
    outcome.step, outcome.nothing_follows = OutcomeStep.DECIDED, True
    assert places(outcome) == {"nothing_follows"}

    Commitment.objects.update(status=CommitmentStatus.DONE)
    outcome.step, outcome.nothing_follows = OutcomeStep.DONE, False
    assert places(outcome) == set()
    assert page.live


# Follow-up


def follow_up(**commitment: Any) -> Any:
    page = factories.FollowUpFactory(draft=True, statuses=[CommitmentStatus.NOT_BEGUN])
    for name, value in commitment.items():
        setattr(page.commitments.get(), name, value)
        Commitment.objects.filter(page=page).update(**{name: value})
    return FollowUpPage.objects.get(pk=page.pk)


def test_a_follow_up_comes_after_the_answer() -> None:
    page = follow_up()
    assert places(page) == set()

    OutcomePage.objects.update(step=OutcomeStep.SAID)
    assert places(page) == {""}


@pytest.mark.parametrize(
    ("commitment", "wrong"),
    [
        ({"due_on": -1}, {"commitments.due_on"}),
        ({"due_on": 0}, set()),
        ({"due_on": -5, "status": CommitmentStatus.DONE, "status_on": 0}, set()),
        ({"status_on": 1}, {"commitments.status_on"}),
        ({"status": CommitmentStatus.DONE, "status_on": -1}, {"commitments.status_on"}),  # the answer came today
        ({"status": CommitmentStatus.UNDER_WAY, "status_on": -30}, set()),
    ],
)
def test_what_is_promised_lies_ahead_and_what_is_told_has_happened(commitment: dict[str, Any], wrong: set[str]) -> None:
    fields = {name: day(value) if isinstance(value, int) else value for name, value in commitment.items()}

    assert places(follow_up(**fields)) == wrong


def test_a_late_commitment_is_still_told_of_but_not_promised_anew_for_the_past() -> None:
    page = factories.FollowUpFactory()
    Commitment.objects.update(due_on=day(-10))
    page = FollowUpPage.objects.get()
    assert places(page) == set()

    page.commitments.get().due_on = day(-5)
    row = page.commitments.get()
    row.due_on = day(-5)
    page.commitments = [row]
    assert places(page) == {"commitments.due_on"}


def test_the_day_of_what_is_done_is_not_moved_afterwards_or_at_once() -> None:
    factories.FollowUpFactory()
    Commitment.objects.update(due_on=day(-10))
    page = FollowUpPage.objects.get()
    row = page.commitments.get()
    row.status, row.status_on, row.due_on = CommitmentStatus.DONE, day(0), day(1)
    page.commitments = [row]
    assert places(page) == {"commitments.due_on"}
    row.due_on = day(-10)
    assert places(page) == set()


def test_a_status_is_not_older_than_the_last_one(editor: Client) -> None:
    page = follow_up()
    assert send(editor, page, "publish").status_code == 302

    response = send(
        editor, page, "publish", **{"commitments-0-status": CommitmentStatus.DONE, "commitments-0-status_on": day(-20).isoformat()}
    )
    assert set(response.context["form"].formsets["commitments"].forms[0].errors) == {"status_on"}


def test_a_missing_day_is_said_at_the_day_and_nothing_else(editor: Client) -> None:
    page = follow_up()
    response = send(editor, page, "publish", **{"commitments-0-due_on": ""})

    form = response.context["form"]
    assert set(form.formsets["commitments"].forms[0].errors) == {"due_on"}
    assert not form.formsets["commitments"].non_form_errors() and not form.errors


def test_a_new_commitment_without_a_day_is_said_so_too(editor: Client) -> None:
    page = factories.FollowUpFactory(draft=True, statuses=[])
    data = form_of(editor, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    data.update(
        {
            "commitments-TOTAL_FORMS": "1", "commitments-0-what": "En upphöjd övergång", "commitments-0-who": "Gator", "commitments-0-due_on": "",
            "commitments-0-theme": "", "commitments-0-status": "not_begun", "commitments-0-status_on": "", "commitments-0-note": "",
            "commitments-0-ORDER": "1", "commitments-0-id": "", "commitments-0-DELETE": "", "action-publish": "1",
        }
    )  # fmt: skip
    form = editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), dict(data.lists())).context["form"]

    assert set(form.formsets["commitments"].forms[0].errors) == {"due_on"}
    assert not form.formsets["commitments"].non_form_errors()


# A commitment that people were told of


def removed(client: Client, page: Any, action: str = "") -> Any:
    return send(client, page, action, **{"commitments-0-DELETE": "on"})


@pytest.mark.parametrize("action", ["", "publish"])
@pytest.mark.parametrize("is_live", [True, False])
def test_a_commitment_that_was_told_is_dropped_and_not_removed(editor: Client, action: str, is_live: bool) -> None:
    page = factories.FollowUpFactory(statuses=[CommitmentStatus.NOT_BEGUN])
    page.save_revision().publish()
    if not is_live:
        FollowUpPage.objects.get().unpublish()

    form = removed(editor, page, action).context["form"]
    [row] = form.formsets["commitments"].forms
    assert set(row.errors) == {"status"} and "Blir inte av" in str(row.errors)
    assert not row["DELETE"].value(), "it stands in the form again"
    assert Commitment.objects.count() == 1

    dropped = {"commitments-0-status": CommitmentStatus.DROPPED, "commitments-0-note": "För dyrt."}
    assert send(editor, page, "publish", **dropped).status_code == 302
    assert Commitment.objects.get().status == CommitmentStatus.DROPPED


def test_a_commitment_that_nobody_was_told_of_is_removed(editor: Client) -> None:
    page = follow_up()
    assert removed(editor, page).status_code == 302
    assert not Commitment.objects.exists()


def test_a_version_without_a_commitment_that_was_told_is_not_published_by_any_road() -> None:
    page = factories.FollowUpFactory(statuses=[CommitmentStatus.NOT_BEGUN, CommitmentStatus.UNDER_WAY])
    draft = FollowUpPage.objects.get()
    draft.commitments = list(draft.commitments.all())[:1]
    [missing] = missing_for_publication(draft)
    assert missing.where == "commitments" and "En upphöjd övergång 2" in str(missing.message)

    draft.save_revision().publish()
    assert page.commitments.model.objects.count() == 2


def test_days_are_the_municipality_s() -> None:
    page = dialogue(0, 20, live=False)
    with clock.at(start_of(day(0)) + timedelta(minutes=1)):
        assert places(page) == set()
