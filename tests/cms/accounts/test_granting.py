"""Who keeps accounts and gives which groups: nobody gives a right they do not have."""

from typing import Any

import pytest
from django.contrib.auth.models import Group

from cms.accounts.granting import AccountPolicy, SuperusersOnly, groups_to_give, may_keep, refuse_many, refuse_strangers
from cms.accounts.models import User
from cms.organisation.roles import Role, coordinator_group
from cms.organisation.staff import staff_group
from cms.refusals import ActionRefused
from tests.factories import AdministrationFactory, UserFactory, role_group

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator() -> Any:
    person = UserFactory(staff=True)
    person.groups.add(coordinator_group())
    return person


@pytest.fixture
def root() -> Any:
    return UserFactory(admin=True)


def test_a_coordinator_gives_roles_and_no_other_group(coordinator: Any, root: Any, astrid: Any) -> None:
    role, other = role_group(AdministrationFactory(), Role.EDITOR), Group.objects.create(name="Allt")
    assert set(groups_to_give(coordinator)) == {role, staff_group(), coordinator_group()}
    assert other in groups_to_give(root)
    assert not groups_to_give(astrid)


def test_a_superusers_account_is_a_superusers_business(coordinator: Any, root: Any, astrid: Any) -> None:
    assert [may_keep(person, astrid) for person in (coordinator, root, astrid)] == [True, True, False]
    assert [may_keep(person, root) for person in (coordinator, root, astrid)] == [False, True, False]


def test_coordinators_change_accounts_and_neither_add_nor_delete_them(coordinator: Any, root: Any, astrid: Any) -> None:
    policy = AccountPolicy(User)
    assert [policy.user_has_permission(coordinator, action) for action in ("view", "change", "add", "delete")] == [True, True, False, False]
    assert policy.user_has_permission_for_instance(coordinator, "change", astrid)
    assert not policy.user_has_permission_for_instance(coordinator, "change", root)
    assert set(policy.users_with_any_permission(["change"])) == {coordinator, root}
    assert set(policy.users_with_any_permission(["delete"])) == {root} and not policy.user_has_any_permission(astrid, ["view"])


def test_what_a_group_may_do_is_for_superusers_to_say(coordinator: Any, root: Any) -> None:
    policy = SuperusersOnly(Group)
    assert policy.user_has_any_permission(root, ["change"]) and not policy.user_has_any_permission(coordinator, ["view"])
    assert list(policy.users_with_any_permission(["view"])) == [root]


def test_the_admins_own_ways_around_it_are_closed(coordinator: Any, root: Any, astrid: Any, rf: Any) -> None:
    request = rf.get("/")
    request.user = coordinator
    refuse_strangers(request, astrid)
    with pytest.raises(ActionRefused):
        refuse_strangers(request, root)
    with pytest.raises(ActionRefused):
        refuse_many(request, "assign_role", [astrid], None)
    refuse_many(request, "delete", [staff_group()], None)
