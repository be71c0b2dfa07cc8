"""Every address of the resolver, asked by every role about what is its own and what is another's."""

import pytest

from tests.permissions import asking
from tests.permissions.table import POLICIES
from tests.permissions.urls import every_address
from tests.permissions.world import canaries_of

pytestmark = [pytest.mark.django_db, pytest.mark.whole_site]

ROLES = ("anonymous", "citizen", "hub", "editor", "publisher", "moderator", "coordinator", "superuser")
SEE_ALL = ("coordinator", "superuser")


def test_every_address_has_a_policy():
    forgotten = [str(address) for address in every_address() if not asking.policies_of(address)]
    assert not forgotten, "say in tests/permissions/table.py who may see:\n" + "\n".join(forgotten)


def test_every_policy_is_about_an_address():
    keys = [address.key for address in every_address()]
    idle = [name for policy in POLICIES for name in policy.names.split() if not any(asking.matches(key, name) for key in keys)]
    assert not idle


@pytest.mark.parametrize("role", ROLES)
def test_everybody_is_answered_as_the_table_says(world, role):
    client = asking.client_of(world.person(role))
    wrong = []
    for question in asking.every_question(world, world.a):
        with asking.undrawn(_is_drawn_for_others(role, question)):
            response = (asking.client_of(world.person(role)) if "logout" in question.url else client).get(question.url)
        wrong += _faults(role, question, response)
    assert not wrong, "\n".join(wrong)


def test_the_other_side_learns_nothing_either(world):
    client = asking.client_of(world.b.people["editor"])
    wrong = []
    for question in asking.every_question(world, world.b):
        if question.foreign or not question.thing:
            wrong += _leaks(question, client.get(question.url), "a") if "logout" not in question.url else []
    assert not wrong, "\n".join(wrong)


def _is_drawn_for_others(role, question):
    """Whether another role's turn draws the same page: the answer is asked for, and the page not drawn again."""
    if role not in ("publisher", *SEE_ALL) or (role == "publisher" and not question.thing):
        return False
    return question.policy.answer("editor", foreign=False) == "ok"


def _faults(role, question, response):
    word, expected = asking.in_a_word(response), question.policy.answer(role, foreign=question.foreign)
    found = [f"{question}: {word}, not {expected}"] if word not in expected.split("|") else []
    return found + ([] if role in SEE_ALL else _leaks(question, response, "b"))


def _leaks(question, response, side):
    leaked = canaries_of(asking.text_of(response), side) - canaries_of(question.url, side)
    return [f"{question} tells {', '.join(sorted(leaked))}"] if leaked else []
