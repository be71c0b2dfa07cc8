"""What is sent from an old state of a page never replaces a newer one unseen."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page, Workflow

from cms.refusals import ActionRefused
from tests import factories
from tests.participation.editing.forms import edit_url, form_of

pytestmark = pytest.mark.django_db
As = Callable[[Any], Client]
JSON = {"Accept": "application/json"}


@pytest.fixture
def page(site_tree: Any, dag: Any) -> Any:
    """A draft with one version."""
    page = factories.DialogueFactory(parent=site_tree.section, draft=True)
    page.save_revision(user=dag)
    return Page.objects.get(pk=page.pk).specific


def opened(client: Client, page: Any, **changes: str) -> dict[str, Any]:
    """The editor's form as it is now, with changes."""
    form = form_of(client, edit_url(page))
    for name, value in changes.items():
        form[name] = value
    return dict(form.lists())


def question_of(page: Any) -> str:
    return str(Page.objects.get(pk=page.pk).specific.get_latest_revision_as_object().question)


@pytest.mark.parametrize("action", ["", "publish", "submit"])
def test_an_older_editor_does_not_save_over_a_newer_version(page: Any, dag: Any, cecilia: Any, client_of: As, action: str) -> None:
    mine = opened(client_of(dag), page, question="Min fråga?")
    client_of(cecilia).post(edit_url(page), opened(client_of(cecilia), page, question="Cecilias fråga?"))
    answer = client_of(dag).post(edit_url(page), mine | ({f"action-{action}": ["1"]} if action else {}))
    assert answer.status_code == 409 and question_of(page) == "Cecilias fråga?"
    html = BeautifulSoup(answer.content.decode(), "html.parser")
    assert html.select_one("[name=question]")["value"] == "Min fråga?"
    assert "Cecilia" in html.select_one(".messages .error").text
    assert "w-autosave" not in html.select_one("#page-edit-form")["data-controller"].split()


def test_whoever_has_seen_the_newer_version_saves_again(page: Any, dag: Any, cecilia: Any, client_of: As) -> None:
    mine = opened(client_of(dag), page, question="Min fråga?")
    client_of(cecilia).post(edit_url(page), opened(client_of(cecilia), page, question="Cecilias fråga?"))
    html = BeautifulSoup(client_of(dag).post(edit_url(page), mine).content.decode(), "html.parser")
    seen = {field["name"]: field["value"] for field in html.select("#page-edit-form input[name^=loaded_]")}
    answer = client_of(dag).post(edit_url(page), mine | seen)
    assert answer.status_code == 302 and question_of(page) == "Min fråga?"
    assert any(row.content["question"] == "Cecilias fråga?" for row in page.revisions.all())


def test_whoever_was_asked_by_the_dialogue_is_not_asked_again(page: Any, dag: Any, cecilia: Any, client_of: As) -> None:
    mine = opened(client_of(dag), page, question="Min fråga?")
    client_of(cecilia).post(edit_url(page), opened(client_of(cecilia), page, question="Cecilias fråga?"))
    newest = Page.objects.get(pk=page.pk).latest_revision_id
    assert client_of(dag).post(edit_url(page), mine | {"overwrites_revision_id": str(newest - 1)}).status_code == 409
    assert client_of(dag).post(edit_url(page), mine | {"overwrites_revision_id": str(newest)}).status_code == 302


def test_ones_own_other_window_is_another_editor_too(page: Any, dag: Any, client_of: As) -> None:
    client = client_of(dag)
    first, second = opened(client, page, question="Ett?"), opened(client, page, question="Två?")
    assert client.post(edit_url(page), first).status_code == 302
    answer = client.post(edit_url(page), second)
    assert answer.status_code == 409 and "i ett annat fönster" in answer.content.decode()


def test_the_first_version_is_newer_than_none(site_tree: Any, dag: Any, cecilia: Any, client_of: As) -> None:
    page = factories.DialogueFactory(parent=site_tree.section, draft=True)
    mine = opened(client_of(dag), page, question="Min fråga?")
    client_of(cecilia).post(edit_url(page), opened(client_of(cecilia), page, question="Cecilias fråga?"))
    assert client_of(dag).post(edit_url(page), mine).status_code == 409
    assert client_of(dag).post(edit_url(page), mine, headers=JSON).json()["error_code"] == "invalid_revision"


def test_a_row_that_is_gone_in_the_newer_version_breaks_nothing(page: Any, dag: Any, cecilia: Any, client_of: As) -> None:
    mine = opened(client_of(dag), page, question="Min fråga?")
    theirs = opened(client_of(cecilia), page)
    assert int(mine["phases-TOTAL_FORMS"][0]) > 0
    client_of(cecilia).post(edit_url(page), theirs | {"phases-0-DELETE": ["on"]})
    answer = client_of(dag).post(edit_url(page), mine)
    assert answer.status_code == 409 and "Min fråga?" in answer.content.decode()


def test_what_an_action_refuses_is_still_in_the_form(page: Any, cecilia: Any, client_of: As, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise ActionRefused("Det går inte.")

    monkeypatch.setattr("wagtail.admin.views.pages.edit.PublishPageRevisionAction.execute", refuse)
    versions = page.revisions.count()
    answer = client_of(cecilia).post(edit_url(page), opened(client_of(cecilia), page, question="Min fråga?") | {"action-publish": ["1"]})
    html = BeautifulSoup(answer.content.decode(), "html.parser")
    assert answer.status_code == 409 and page.revisions.count() == versions
    assert html.select_one("[name=question]")["value"] == "Min fråga?" and "Det går inte." in html.select_one(".messages .error").text


# Autosave


def test_an_autosave_goes_on_from_ones_own_version(page: Any, dag: Any, client_of: As) -> None:
    client = client_of(dag)
    form = opened(client, page, question="Ett?")
    first = client.post(edit_url(page), form, headers=JSON).json()
    second = client.post(edit_url(page), form | {"overwrite_revision_id": str(first["revision_id"])}, headers=JSON).json()
    assert first["success"] and second["revision_id"] == first["revision_id"]
    known = {"loaded_revision_id": str(second["revision_id"]), "loaded_revision_created_at": second["revision_created_at"]}
    assert client.post(edit_url(page), form | known).status_code == 302


@pytest.mark.parametrize("own", [False, True])
def test_an_autosave_after_publishing_makes_no_draft(page: Any, cecilia: Any, client_of: As, own: bool) -> None:
    client = client_of(cecilia)
    form = opened(client, page, question="Sent?")
    revision = page.save_revision(user=cecilia)
    form |= (
        {"overwrite_revision_id": str(revision.pk)}
        if own
        else {"loaded_revision_id": str(revision.pk), "loaded_revision_created_at": revision.created_at.isoformat()}
    )
    revision.publish(user=cecilia)
    answer = client.post(edit_url(page), form, headers=JSON)
    assert answer.json()["error_code"] == "invalid_revision"
    row = Page.objects.get(pk=page.pk)
    assert (row.latest_revision_id, row.has_unpublished_changes) == (revision.pk, False)


def test_an_autosave_after_approval_makes_no_draft(page: Any, site_tree: Any, dag: Any, cecilia: Any, client_of: As) -> None:
    workflow = page.get_workflow() or Workflow.objects.first()
    workflow.start(page, dag)
    form = opened(client_of(cecilia), page, question="Sent?")
    state = page.workflow_states.get()
    state.current_task_state.specific.approve(user=cecilia)
    answer = client_of(cecilia).post(edit_url(page), form, headers=JSON)
    assert answer.json()["error_code"] == "invalid_revision"
    assert Page.objects.get(pk=page.pk).latest_revision_id == page.latest_revision_id
