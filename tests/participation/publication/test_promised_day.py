"""A promised day that people know is moved with a reason; the page says both."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from cms import clock
from cms.refusals import ActionRefused
from participation.models import DialoguePage, FeedbackPromiseChange
from participation.publication.requirements import missing_for_publication
from tests import factories
from tests.participation.editing.forms import edit_url, errors_of, form_of, send

pytestmark = pytest.mark.django_db

REASON = "Nämnden har bett om en räkning till."


@pytest.fixture
def draft(site_tree: Any) -> Any:
    return factories.DialogueFactory(draft=True, closed=True, due=20)


def publish(page: Any, by: Any, *, due: int | None = None, reason: str = "") -> DialoguePage:
    """Publish the latest draft, with another day where one is given (days from today)."""
    latest = DialoguePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    if due is not None:
        latest.feedback_due_on = clock.today() + timedelta(days=due)
    latest.due_change_reason = reason or latest.due_change_reason
    latest.save_revision(user=by).publish(user=by)
    return DialoguePage.objects.get(pk=page.pk)


def shown(page: Any) -> str:
    return Client().get(page.get_url()).content.decode()


def test_the_first_day_needs_no_reason_and_is_kept(draft: Any, cecilia: Any) -> None:
    publish(draft, cecilia)

    row = FeedbackPromiseChange.objects.get(dialogue=draft)
    assert (row.old_date, row.new_date, row.reason, row.changed_by) == (None, draft.feedback_due_on, "", cecilia)


def test_a_draft_may_change_its_day_freely(draft: Any) -> None:
    draft.feedback_due_on += timedelta(days=5)

    assert missing_for_publication(draft) == []


def test_a_known_day_does_not_move_without_a_reason(draft: Any, cecilia: Any) -> None:
    page = publish(draft, cecilia)

    with pytest.raises(ActionRefused, match="Skriv varför dagen flyttas"):
        publish(page, cecilia, due=30)

    assert DialoguePage.objects.get(pk=page.pk).feedback_due_on == draft.feedback_due_on
    assert FeedbackPromiseChange.objects.count() == 1


def test_the_form_says_so_at_the_field(draft: Any, cecilia: Any, client_of: Any) -> None:
    page, client = publish(draft, cecilia), client_of(cecilia)
    moved = (page.feedback_due_on + timedelta(days=10)).isoformat()

    refused = send(client, page, "publish", feedback_due_on=moved)
    assert list(errors_of(refused)) == ["due_change_reason"]
    assert send(client, page, feedback_due_on=moved).status_code == 302, "a draft may be kept without it"
    assert send(client, page, "publish", due_change_reason=REASON).status_code == 302

    assert FeedbackPromiseChange.objects.filter(dialogue=page).last().reason == REASON  # type: ignore[union-attr]
    assert form_of(client, edit_url(page))["due_change_reason"] == "", "it was told; the next move needs its own"


def test_a_reason_moves_the_day_and_leaves_a_row(draft: Any, cecilia: Any) -> None:
    page = publish(draft, cecilia)

    page = publish(page, cecilia, due=30, reason=REASON)

    row = FeedbackPromiseChange.objects.last()
    assert row is not None
    assert (row.old_date, row.new_date, row.reason) == (draft.feedback_due_on, page.feedback_due_on, REASON)
    assert row.changed_by == cecilia


def test_each_move_needs_a_reason_of_its_own(draft: Any, cecilia: Any) -> None:
    page = publish(publish(draft, cecilia), cecilia, due=30, reason=REASON)

    with pytest.raises(ActionRefused):
        publish(page, cecilia, due=40)

    publish(page, cecilia, due=40, reason="Ett möte till behövs.")
    reasons = FeedbackPromiseChange.objects.filter(dialogue=page).values_list("reason", flat=True)
    assert list(reasons) == ["", REASON, "Ett möte till behövs."]


def test_publishing_again_with_the_same_day_adds_nothing(draft: Any, cecilia: Any) -> None:
    page = publish(publish(draft, cecilia), cecilia, due=30, reason=REASON)

    publish(page, cecilia)

    assert FeedbackPromiseChange.objects.count() == 2


def test_a_dialogue_published_before_days_were_kept_needs_a_reason_too(site_tree: Any, cecilia: Any) -> None:
    page = factories.DialogueFactory(closed=True, due=20)

    with pytest.raises(ActionRefused):
        publish(page, cecilia, due=30)
    publish(page, cecilia, due=30, reason=REASON)

    row = FeedbackPromiseChange.objects.get(dialogue=page)
    assert (row.old_date, row.reason) == (page.feedback_due_on, REASON)


def test_the_page_tells_both_days_and_the_reason(draft: Any, cecilia: Any) -> None:
    page = publish(publish(draft, cecilia), cecilia, due=30, reason=REASON)

    text = shown(page)

    assert "Svaret har fått en ny dag" in text
    assert "Svaret utlovades först" in text
    assert f"Skäl: {REASON}" in text


def test_the_page_of_a_day_that_had_passed_says_that_it_should_have_come(site_tree: Any, cecilia: Any) -> None:
    page = factories.DialogueFactory(overdue=True)

    page = publish(page, cecilia, due=15, reason=REASON)

    assert "Svaret skulle ha kommit" in shown(page)


def test_an_answer_makes_the_moved_day_old_news(draft: Any, cecilia: Any) -> None:
    page = publish(publish(draft, cecilia), cecilia, due=30, reason=REASON)

    factories.OutcomeFactory(dialogue=page)

    assert "Svaret har fått en ny dag" not in shown(page)
    assert FeedbackPromiseChange.objects.filter(dialogue=page).count() == 2, "the earlier day stays in the history"
