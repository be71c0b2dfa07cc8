"""Every road to publication comes by the gate."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import GroupApprovalTask, PageLogEntry, Workflow, WorkflowPage, WorkflowTask
from wagtail_localize.models import Translation, TranslationSource

from cms import clock
from participation.choices import CommitmentStatus, OutcomeStep
from participation.models import CommitmentStatusEntry, DialoguePage, FollowUpPage, OutcomePage
from participation.publication.publish import LOG_ACTION, PublicationRefused
from tests import factories
from tests.participation.editing.forms import errors_of, form_of, send

pytestmark = pytest.mark.django_db

As = Callable[[Any], Client]


@pytest.fixture
def editor(client_of: As, dag: Any) -> Client:
    return client_of(dag)


@pytest.fixture
def draft() -> Any:
    return factories.DialogueFactory(draft=True)


@pytest.fixture
def incomplete() -> Any:
    return factories.DialogueFactory(draft=True, contact_name="")


def is_live(page: Any) -> bool:
    return type(page).objects.get(pk=page.pk).live


# The editor


def test_an_editor_publishes_a_complete_dialogue(editor: Client, draft: Any) -> None:
    response = send(editor, draft, "publish")

    assert response.status_code == 302
    assert is_live(draft)


def test_an_incomplete_draft_is_saved(editor: Client, draft: Any) -> None:
    response = send(editor, draft, question="", contact_name="", level=[], target_groups=[])

    assert response.status_code == 302
    assert not is_live(draft)
    assert DialoguePage.objects.get(pk=draft.pk).get_latest_revision_as_object().question == ""


def test_publishing_says_what_is_missing_and_keeps_what_was_written(editor: Client, draft: Any) -> None:
    response = send(
        editor, draft, "publish", contact_name="", target_groups=[], introduction="Ny ingress.", **{"mandate_steps-0-DELETE": "1"}
    )

    assert set(errors_of(response)) == {"contact_name", "target_groups", "mandate_steps"}
    assert "Ny ingress." in response.content.decode()
    assert not is_live(draft)


def test_a_short_record_is_asked_less(editor: Client) -> None:
    record = factories.DialogueFactory(draft=True, record=True, held_when="", level="")

    assert set(errors_of(send(editor, record, "publish"))) == {"held_when"}
    assert send(editor, record, "publish", held_when="Våren 2019").status_code == 302
    assert is_live(record)


def test_a_page_that_is_being_made_is_asked_too(editor: Client) -> None:
    dialogue = factories.ContributionFactory(dialogue__closed=True).dialogue
    url = reverse("wagtailadmin_pages:add", args=["participation", "outcomepage", dialogue.pk])
    data = form_of(editor, url)
    data.update({"title": "Så blev det", "slug": "sa-blev-det", "action-publish": "1"})

    assert set(errors_of(editor.post(url, data))) == {"items"}
    assert not OutcomePage.objects.exists()


def test_contradicting_phases_are_refused_even_in_a_draft(editor: Client) -> None:
    page = factories.DialogueFactory(draft=True, phases=[("A", 0, 9, factories.RIGHTS), ("B", 20, 30, factories.RIGHTS)])

    response = send(editor, page, **{"phases-1-opens_at": (clock.today() + timedelta(days=9)).isoformat()})
    assert set(errors_of(response)) == {"phases"}

    response = send(editor, page, **{"phases-1-closes_at": clock.today().isoformat()})
    assert set(errors_of(response)) == {"phases"}


def test_phases_may_overlap_when_they_open_different_things(editor: Client) -> None:
    page = factories.DialogueFactory(draft=True, phases=[("A", 0, 9, ["comments.comment"]), ("B", 5, 30, ["comments.support"])])

    assert send(editor, page, "publish").status_code == 302
    assert is_live(page)


# Behind the editor


def test_publishing_by_name_is_refused_with_a_sentence(incomplete: Any, dag: Any) -> None:
    with pytest.raises(PublicationRefused) as refused:
        incomplete.save_revision().publish(user=dag)

    assert [missing.where for missing in refused.value.missing] == ["contact_name"]
    assert not is_live(incomplete)


def test_publishing_many_refuses_with_what_and_where(editor: Client, draft: Any, incomplete: Any) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = editor.post(f"{url}?id={draft.pk}&id={incomplete.pk}", {"include_descendants": ""}, follow=True)

    text = response.content.decode()
    assert response.status_code == 200
    assert incomplete.title in text and _("Name a contact, or a function.") in text
    assert not is_live(incomplete) and not is_live(draft)


def test_the_admin_api_publishes_nothing(editor: Client, draft: Any) -> None:
    for action in ("publish", "copy", "delete"):
        assert editor.post(f"/admin/api/main/pages/{draft.pk}/action/{action}/").status_code == 404

    assert DialoguePage.objects.filter(title=draft.title).count() == 1
    assert not is_live(draft)


# Workflow


@pytest.fixture
def workflow(site_tree: Any, cecilia: Any) -> Any:
    task = GroupApprovalTask.objects.create(name="Granska")
    task.groups.set(cecilia.groups.all())
    workflow = Workflow.objects.create(name="Publicering")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=site_tree.section)
    return workflow


def approve(client: Client, page: Any, action: str = "approve") -> Any:
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return client.post(url, follow=True)


def test_an_incomplete_draft_is_not_sent_to_approval(client_of: As, bo: Any, workflow: Any, incomplete: Any) -> None:
    assert set(errors_of(send(client_of(bo), incomplete, "submit"))) == {"contact_name"}


def test_approval_publishes(client_of: As, bo: Any, cecilia: Any, workflow: Any, draft: Any) -> None:
    assert send(client_of(bo), draft, "submit").status_code == 302
    approve(client_of(cecilia), DialoguePage.objects.get(pk=draft.pk))

    assert is_live(draft)


def test_approval_of_a_page_that_became_incomplete_is_refused(client_of: As, bo: Any, cecilia: Any, workflow: Any, draft: Any) -> None:
    send(client_of(bo), draft, "submit")
    draft.feedback_responsible.is_active = False
    draft.feedback_responsible.save()

    response = approve(client_of(cecilia), DialoguePage.objects.get(pk=draft.pk))

    assert response.status_code == 200
    assert _("This account is no longer active. Choose who answers instead.") in response.content.decode()
    assert not is_live(draft)
    assert DialoguePage.objects.get(pk=draft.pk).workflow_in_progress


def test_a_page_that_became_incomplete_can_be_sent_back(client_of: As, bo: Any, cecilia: Any, workflow: Any, draft: Any) -> None:
    send(client_of(bo), draft, "submit")
    draft.feedback_responsible.is_active = False
    draft.feedback_responsible.save()

    response = send(client_of(cecilia), draft, "workflow-action", **{"workflow-action-name": "reject"})

    assert response.status_code == 302
    assert not DialoguePage.objects.get(pk=draft.pk).workflow_in_progress


# The schedule


def schedule(page: Any) -> Any:
    """A revision whose time has come."""
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = page.save_revision()
    revision.approved_go_live_at = page.go_live_at
    revision.save()
    return revision


def test_the_schedule_publishes_a_complete_dialogue(draft: Any) -> None:
    schedule(draft)
    call_command("publish_scheduled")

    assert is_live(draft)


def test_the_schedule_holds_back_an_incomplete_one_and_says_so_once(draft: Any, incomplete: Any) -> None:
    schedule(incomplete)
    schedule(draft)
    call_command("publish_scheduled")
    call_command("publish_scheduled")

    entry = PageLogEntry.objects.get(page=incomplete.pk, action=LOG_ACTION)
    assert _("Name a contact, or a function.") in entry.data["missing"][0]
    assert not is_live(incomplete)
    assert is_live(draft)


def test_the_history_shows_what_was_held_back(editor: Client, incomplete: Any) -> None:
    schedule(incomplete)
    call_command("publish_scheduled")

    history = editor.get(reverse("wagtailadmin_pages:history", args=[incomplete.pk]))
    assert _("Name a contact, or a function.") in history.content.decode()


# Translations


def translate(page: Any) -> Translation:
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return Translation.objects.create(source=source, target_locale=factories.locale("en"))


@pytest.mark.parametrize("live", [True, False])
def test_a_translation_is_published_only_beside_a_live_original(
    site_tree: Any, django_capture_on_commit_callbacks: Any, live: bool
) -> None:
    factories.translated(site_tree.section)
    page = factories.DialogueFactory(live=live)
    with django_capture_on_commit_callbacks(execute=True):
        translate(page).source.create_or_update_translation(factories.locale("en"), publish=True, fallback=True)

    translation = page.get_translation(factories.locale("en"))
    assert translation.live is live
    assert PageLogEntry.objects.filter(page=translation.pk, action=LOG_ACTION).exists() is not live


def test_publishing_a_translation_of_a_draft_is_refused_with_a_sentence(site_tree: Any, client_of: As) -> None:
    factories.translated(site_tree.section)
    page = factories.DialogueFactory(draft=True)
    translate(page).source.create_or_update_translation(factories.locale("en"), publish=False, fallback=True)
    translation = page.get_translation(factories.locale("en"))

    client = client_of(factories.UserFactory(admin=True))
    url = reverse("wagtailadmin_pages:edit", args=[translation.pk])
    assert client.get(url).status_code == 200
    response = client.post(url, {"action": "publish"}, follow=True)

    assert _("Publish the original first; a translation follows it.") in response.content.decode()
    assert not is_live(translation)


# What publication leaves behind


def test_the_announced_last_day_is_kept_from_the_first_publication(editor: Client, draft: Any) -> None:
    DialoguePage.objects.update(announced_closes_at=None)
    first = draft.phases.get().closes_at
    send(editor, draft, "publish")
    send(editor, draft, "publish", **{"phases-0-closes_at": (clock.today() + timedelta(days=30)).isoformat()})

    page = DialoguePage.objects.get(pk=draft.pk)
    assert page.announced_closes_at == first
    assert page.phases.get().closes_at > first


def test_the_day_of_the_answer_is_kept_from_the_editor_too(editor: Client) -> None:
    dialogue = factories.DialogueFactory(closed=True)
    factories.ThemeFactory(dialogue=dialogue, title="Lägre fart")
    outcome = factories.OutcomeFactory(dialogue=dialogue, draft=True, step=OutcomeStep.SAID)
    send(editor, outcome, "publish")
    assert OutcomePage.objects.get(pk=outcome.pk).answered_on is None

    send(editor, outcome, "publish", step=OutcomeStep.DECIDED, decision_needed=[])
    assert OutcomePage.objects.get(pk=outcome.pk).answered_on == clock.today()


def test_each_changed_status_is_added_to_the_history(editor: Client) -> None:
    page = factories.FollowUpFactory(dialogue__answered=True, draft=True, statuses=[CommitmentStatus.NOT_BEGUN])
    send(editor, page, "publish")
    send(editor, page, "publish", introduction="Samma läge.")
    send(editor, page, "publish", **{"commitments-0-status": CommitmentStatus.DONE, "commitments-0-note": "Övergången är byggd."})

    history = CommitmentStatusEntry.objects.filter(dialogue=page.dialogue)
    assert [entry.status for entry in history] == [CommitmentStatus.NOT_BEGUN, CommitmentStatus.DONE]
    assert FollowUpPage.objects.get(pk=page.pk).commitments.get().status_on == clock.today()
