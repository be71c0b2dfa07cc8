"""Who is what in which administration."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from cms.http.request_memo import remembering
from cms.organisation.roles import (
    Role,
    administrations_of,
    coordinator_group,
    coordinators,
    group_of,
    has_role,
    is_coordinator,
    moderators_of,
    people_in,
)
from tests.factories import AdministrationFactory, UserFactory, role_group

pytestmark = pytest.mark.django_db


@pytest.fixture
def technical() -> Any:
    return AdministrationFactory()


@pytest.fixture
def editor(technical: Any) -> Any:
    person = UserFactory()
    person.groups.add(role_group(technical, Role.EDITOR))
    return person


def test_a_role_is_held_in_its_administration_only(technical: Any, editor: Any) -> None:
    other = AdministrationFactory()
    assert has_role(editor, technical) and has_role(editor, technical, Role.EDITOR, Role.PUBLISHER)
    assert not has_role(editor, technical, Role.MODERATOR) and not has_role(editor, other) and not has_role(editor, None)
    assert list(administrations_of(editor)) == list(administrations_of(editor, Role.EDITOR)) == [technical]
    assert not administrations_of(editor, Role.MODERATOR)


def test_whoever_has_left_or_is_not_signed_in_holds_nothing(technical: Any, editor: Any) -> None:
    editor.is_active = False
    editor.save()
    assert not has_role(editor, technical) and not administrations_of(editor) and not people_in(technical)
    for nobody in (None, AnonymousUser()):
        assert not is_coordinator(nobody) and not has_role(nobody, technical) and not administrations_of(nobody)


def test_coordinators_are_a_group_and_superusers_count_as_such(editor: Any) -> None:
    siri, root = UserFactory(), UserFactory(admin=True)
    siri.groups.add(coordinator_group())
    assert [is_coordinator(person) for person in (siri, root, editor)] == [True, True, False]
    assert list(coordinators()) == [siri]


def test_people_are_found_by_what_they_do(technical: Any, editor: Any) -> None:
    moderator = UserFactory()
    moderator.groups.add(role_group(technical, Role.MODERATOR), role_group(technical, Role.EDITOR))
    assert set(people_in(technical)) == {editor, moderator} and people_in(technical).count() == 2
    assert list(moderators_of(technical)) == [moderator]
    assert group_of(technical, Role.EDITOR) == role_group(technical, Role.EDITOR) and group_of(technical, Role.PUBLISHER) is None


def test_a_request_that_reads_asks_once(technical: Any, editor: Any, count_queries: Any) -> None:
    def ask_often() -> None:
        with remembering():
            for role in (Role.EDITOR, Role.PUBLISHER, Role.MODERATOR):
                has_role(editor, technical, role)
                is_coordinator(editor)

    assert count_queries(ask_often) == 2
