"""Forms of invitations: what can be offered, and the password that a new colleague chooses."""

from datetime import timedelta
from typing import Any

import pytest

from cms import clock
from cms.accounts.inviting.forms import AcceptForm, InviteForm
from cms.organisation.roles import Role, coordinator_group
from tests.factories import AdministrationFactory, UserFactory, role_group

GOOD = "en-ganska-lang-fras-7"


def accepted(**fields: str) -> AcceptForm:
    given = {"first_name": "Nina", "last_name": "Nilsson-Nymansson", "password1": GOOD, "password2": GOOD} | fields
    return AcceptForm(given, address="nina.ny@example.org")


@pytest.mark.django_db
def test_an_invitation_offers_the_roles_that_the_inviter_gives_in_administrations_that_are_there(astrid: Any) -> None:
    inviter, here = UserFactory(staff=True), AdministrationFactory()
    inviter.groups.add(coordinator_group())
    ended = AdministrationFactory(valid_to=clock.today() - timedelta(days=1))
    role = role_group(here, Role.EDITOR)
    form = InviteForm(inviter=inviter)
    assert here in form.fields["administration"].queryset and ended not in form.fields["administration"].queryset
    assert role in form.fields["groups"].queryset and not InviteForm(inviter=astrid).fields["groups"].queryset


@pytest.mark.django_db
def test_somebody_is_invited_to_something(astrid: Any) -> None:
    assert set(InviteForm({"address": "nina"}, inviter=astrid).errors) == {"address", "groups"}


def test_the_password_is_typed_twice_alike() -> None:
    assert accepted().is_valid()
    assert set(accepted(password2="en-annan-lang-fras-7").errors) == {"password2"}
    assert set(accepted(password2="").errors) == {"password2"}


@pytest.mark.parametrize("password", ["kort", "Nilsson-Nymansson", "nina.ny@example.org", "password123"])
def test_a_password_that_is_short_common_or_the_person_is_refused(password: str) -> None:
    assert set(accepted(password1=password, password2=password).errors) == {"password1"}
