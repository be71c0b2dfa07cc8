"""Who has something: an official who owes an answer, a coordinator who invites, Astrid who wrote."""

import time
from typing import Any

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client

from cms.organisation.roles import Role, coordinator_group
from cms.organisation.workspaces import open_workspace
from tests.factories import (
    AdministrationFactory,
    ContributionFactory,
    DialogueFactory,
    ParticipantFactory,
    UserFactory,
    role_group,
)

# Duties


@pytest.fixture
def dialogue(site_tree: Any) -> Any:
    """A dialogue that waits for its answer."""
    return DialogueFactory(closed=True, title="Torget")


@pytest.fixture
def leaving(dialogue: Any) -> Any:
    """Who answers for it, and is about to leave."""
    return dialogue.feedback_responsible


@pytest.fixture
def successor(site_tree: Any) -> Any:
    """Siv, a colleague who can take over."""
    return UserFactory(staff=True, first_name="Siv")


@pytest.fixture
def admin() -> Any:
    return UserFactory(admin=True)


# Invitations


@pytest.fixture
def siri(installed: Any) -> Any:
    """Siri, a coordinator."""
    siri = UserFactory(email="siri@example.org", first_name="Siri", last_name="Samordnare")
    siri.groups.add(coordinator_group())
    return siri


@pytest.fixture
def technical(siri: Any) -> Any:
    """An administration with its room."""
    administration = AdministrationFactory(name="Tekniska", slug="tekniska")
    open_workspace(administration)
    return administration


@pytest.fixture
def editors(technical: Any) -> Any:
    return role_group(technical, Role.EDITOR)


# One's own data


@pytest.fixture
def astrids(astrid: Any) -> Any:
    """What Astrid wrote with her account, and somebody else's words beside it."""
    participant = ParticipantFactory(user=astrid)
    dialogue = DialogueFactory(open=True)
    ContributionFactory(dialogue=dialogue, text="Någon annans ord.", participant=ParticipantFactory())
    return ContributionFactory(dialogue=dialogue, text="Sänk farten vid skolan.", author_name="Astrid", participant=participant)


@pytest.fixture
def hers(astrid: Any, astrids: Any, client_of: Any) -> Client:
    """Astrid's browser, where she has just proved who she is."""
    return just_proved(client_of(astrid))


def just_proved(client: Client) -> Client:
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time()}]
    session.save()
    return client
