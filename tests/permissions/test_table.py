"""Every address of the resolver, asked by every role about what is its own and what is another's."""

import pytest

from tests.permissions import asking
from tests.permissions.table import POLICIES
from tests.permissions.urls import every_address
from tests.permissions.world import canaries_of

pytestmark = pytest.mark.django_db

ROLES = ("anonymous", "citizen", "hub", "editor", "publisher", "moderator", "coordinator", "superuser")
SEE_ALL = ("coordinator", "superuser")


def policies_of(address):
    return [policy for policy in POLICIES if asking.matches(address.key, policy.names)]


def test_every_address_has_a_policy():
    forgotten = [str(address) for address in every_address() if not policies_of(address)]
    assert not forgotten, "say in tests/permissions/table.py who may see:\n" + "\n".join(forgotten)


def test_every_policy_is_about_an_address():
    keys = [address.key for address in every_address()]
    idle = [name for policy in POLICIES for name in policy.names.split() if not any(asking.matches(key, name) for key in keys)]
    assert not idle


@pytest.mark.parametrize("role", ROLES)
def test_everybody_is_answered_as_the_table_says(world, role):
    person = world.people.get(role) or world.a.people.get(role)
    client, wrong = asking.client_of(person), []
    for address in every_address():
        for policy in policies_of(address):
            for question in asking.questions(address, world, world.a, policy):
                response = (asking.client_of(person) if "logout" in address.key else client).get(question.url)
                wrong += _faults(role, question, response, policy.answer(role, foreign=question.foreign))
    assert not wrong, "\n".join(wrong)


def _faults(role, question, response, expected):
    word = asking.in_a_word(response)
    found = [f"{question}: {word}, not {expected}"] if word not in expected.split("|") else []
    leaked = set() if role in SEE_ALL else canaries_of(asking.text_of(response), "b") - canaries_of(question.url, "b")
    return found + ([f"{question} tells {', '.join(sorted(leaked))}"] if leaked else [])
