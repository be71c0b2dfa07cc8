"""Whoever may not publish a translation sends it to those who may; they approve it, or send it back with a comment."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Page, WorkflowPage

from cms.organisation.models import AdministrationRole
from cms.organisation.roles import Role, group_of
from cms.organisation.workspaces import open_workspace
from tests.cms.admin.test_translation_saving import english, send, write
from tests.factories import DialogueFactory, UserFactory, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site_tree: Any) -> Any:
    """A live dialogue in an administration with its workspace."""
    translated(site_tree.section)
    open_workspace(site_tree.administration)
    return DialogueFactory(title="Trygga skolvägar", slug="skolvagar")


def member(site_tree: Any, role: Role) -> Any:
    return UserFactory(staff=True, groups=[group_of(site_tree.administration, role)])


@pytest.fixture
def ed(page: Any, site_tree: Any) -> Any:
    return member(site_tree, Role.EDITOR)


@pytest.fixture
def pia(page: Any, site_tree: Any) -> Any:
    return member(site_tree, Role.PUBLISHER)


def edit(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[english(page).pk])


def way(name: str, page: Any) -> str:
    return reverse(f"cms_{name}_translation", args=[english(page).pk])


def test_from_the_editor_to_the_publisher_to_the_public(page: Any, ed: Any, pia: Any, client_of: Any) -> None:
    editor, publisher = client_of(ed), client_of(pia)
    send(editor, page)
    words = editor.get(edit(page)).content.decode()
    assert "Skicka för publicering" in words and "utkast" in words
    write(page, "Trygga skolvägar", "Safe ways to school")
    assert "är skickad" in editor.post(way("send", page), follow=True).content.decode()
    assert not english(page).live and english(page).workflow_in_progress
    assert english(page).draft_title == "Safe ways to school"
    task = english(page).current_workflow_task_state
    assert reverse("wagtailadmin_pages:edit", args=[english(page).pk]) in publisher.get(reverse("wagtailadmin_home")).content.decode()
    approve = reverse("wagtailadmin_pages:workflow_action", args=[english(page).pk, "approve", task.pk])
    assert approve in publisher.get(edit(page)).content.decode()
    assert approve not in editor.get(edit(page)).content.decode()
    publisher.post(approve, {"comment": ""})
    assert english(page).live and english(page).title == "Safe ways to school"
    assert client_of(None).get(english(page).url).status_code == 200


def test_sent_back_with_a_comment_and_sent_again(page: Any, ed: Any, pia: Any, client_of: Any) -> None:
    editor, publisher = client_of(ed), client_of(pia)
    send(editor, page)
    editor.post(way("send", page))
    task = english(page).current_workflow_task_state
    reject = reverse("wagtailadmin_pages:workflow_action", args=[english(page).pk, "reject", task.pk])
    publisher.post(reject, {"comment": "Rubriken saknas på engelska"})
    assert "Rubriken saknas på engelska" in editor.get(edit(page)).content.decode()
    editor.post(way("send", page))
    assert english(page).workflow_in_progress


def test_what_was_sent_is_taken_back_and_not_sent_twice(page: Any, ed: Any, client_of: Any) -> None:
    editor = client_of(ed)
    send(editor, page)
    editor.post(way("send", page))
    assert "väntar redan" in editor.post(way("send", page), follow=True).content.decode()
    assert "Ta tillbaka" in editor.get(edit(page)).content.decode()
    editor.post(way("take_back", page))
    assert not english(page).workflow_in_progress


def test_a_stranger_sends_nothing(page: Any, ed: Any, client_of: Any, bo: Any) -> None:
    send(client_of(ed), page)
    stranger = UserFactory(staff=True)
    for name in ("send", "take_back"):
        assert client_of(stranger).post(way(name, page)).status_code in (302, 403, 404)
    assert not english(page).workflow_in_progress


def test_where_nobody_publishes_the_editor_is_told(page: Any, ed: Any, client_of: Any) -> None:
    editor = client_of(ed)
    send(editor, page)
    WorkflowPage.objects.all().delete()
    answer = editor.post(way("send", page), follow=True).content.decode()
    assert "Ingen är utsedd" in answer


def test_a_translation_that_waits_is_not_published_past_who_approves(page: Any, ed: Any, pia: Any, client_of: Any, cecilia: Any) -> None:
    send(client_of(ed), page)
    Page.objects.filter(pk=english(page).pk).update(locked=True, locked_by=pia)
    client_of(cecilia).post(edit(page), {"action": "publish"})
    assert not english(page).live


def test_whoever_is_in_a_role_is_so_by_its_group(page: Any, site_tree: Any) -> None:
    """The roles of these tests are those of an installation."""
    assert AdministrationRole.objects.filter(administration=site_tree.administration).count() == len(Role)
    assert Permission.objects.filter(codename="submit_translation", group=group_of(site_tree.administration, Role.EDITOR)).exists()
