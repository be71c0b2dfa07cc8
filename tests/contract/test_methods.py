"""The contract's suite over every attachment of the house, that each activity has its own, and what it says of a method that breaks its promise."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy

from participation import registry
from participation.contract import Kind, ParticipationMethod
from participation.testing import MethodSuite, make_dialogue
from tests.participation.methods.registering import Shouting, registered

METHODS = registry.attachments()
pytestmark = pytest.mark.django_db


class TestAttachments(MethodSuite):
    """Every attachment that is installed; an activity has a suite of its own, which makes its page."""

    @pytest.fixture(params=METHODS, ids=lambda method: method.name)
    def method(self, request: pytest.FixtureRequest) -> ParticipationMethod:
        return request.param


def test_each_activity_of_the_house_runs_the_suite() -> None:
    """In the folder of its tests, as tests/participation/methods/<name>/test_method.py."""
    folder = Path(__file__).parents[1] / "participation" / "methods"
    own = [method for method in registry.all_methods() if method not in METHODS and type(method).__module__.startswith("participation.")]
    assert [method.name for method in own if not (folder / method.name / "test_method.py").exists()] == []


class Nameless(ParticipationMethod):
    label = summary = icon = "x"
    kind = Kind.ATTACHMENT
    rights = {"x": "x"}
    imperatives = {"x": "x"}
    section_template = "x.html"


class Pageless(Nameless):
    name = "pageless"
    kind = Kind.ACTIVITY


class Kindless(Nameless):
    name = "kindless"
    kind = "attachment"


@pytest.mark.parametrize(
    ("nonsense", "says"), [(Nameless, "no name"), (Pageless, "needs page_type"), (Kindless, "no kind"), (object, "no ParticipationMethod")]
)
def test_nonsense_is_refused_with_a_sentence_that_helps(nonsense, says):
    with pytest.raises(ImproperlyConfigured, match=says):
        registry.register(nonsense)


# The suite fails for a method that is wrong

suite = MethodSuite()


class Thing:
    """A declaration under a name that bears no label."""

    name = "place"

    def find(self, number: int) -> Any:
        return "found though it is not there"


def test_the_suite_refuses_words_that_cannot_be_translated():
    with registered() as method, pytest.raises(AssertionError):
        suite.test_it_states_what_people_read_in_words_that_can_be_translated(method)
    words = gettext_lazy("Comments")
    with registered(label=words, summary=words, rights={"shout": words}, imperatives={"shout": words}) as method:
        suite.test_it_states_what_people_read_in_words_that_can_be_translated(method)


def test_the_suite_refuses_names_without_the_label_of_the_app(monkeypatch):
    method = registry.get_method("comments")
    monkeypatch.setattr(type(method), "commentables", lambda self: [Thing()])
    for question in (
        suite.test_what_it_stores_and_shares_bears_the_label_of_its_app,
        suite.test_what_it_declares_is_registered,
        suite.test_a_thing_that_is_not_there_cannot_be_commented_on,
    ):
        with pytest.raises(AssertionError):
            question(method)


def test_the_suite_refuses_an_address_that_leads_nowhere():
    with registered(contribution_url=lambda self, contribution: "/nowhere/") as method, pytest.raises(AssertionError):
        suite.test_a_contribution_through_it_can_be_found_in_its_place(method, make_dialogue([]), None)


class Posting:
    """A section with a form that posts, on a page that is cached whole."""

    def render(self, context: Any, request: Any) -> str:
        return '<form method="POST"></form>'


def test_the_suite_refuses_a_section_with_a_form_that_posts(monkeypatch):
    monkeypatch.setattr("participation.testing.method_suite.get_template", lambda name: Posting())
    with pytest.raises(AssertionError):
        suite.test_an_attachment_draws_its_section_with_links_only(registry.get_method("comments"), make_dialogue([]))


def test_the_suite_refuses_counts_that_forget(monkeypatch):
    with registered(counts=lambda self, dialogues, given: {}) as method, pytest.raises(AssertionError):
        suite.test_it_counts_nothing_where_nothing_was_given_and_keeps_what_was(method, make_dialogue([]))


def test_the_suite_refuses_a_page_that_the_gate_does_not_see(site_tree, monkeypatch):
    from home.models import StandardPage

    dialogue = make_dialogue([])
    page = dialogue.add_child(instance=StandardPage(title="En bänk", slug="en-bank", locale=dialogue.locale))
    with registered(kind=Kind.ACTIVITY, page_type="home.StandardPage") as method, pytest.raises(pytest.fail.Exception):
        suite.test_a_page_that_misses_something_is_not_published(method, page, monkeypatch)


class Quiet(Shouting):
    """A method with nothing to say."""

    name = "test_quiet"


def test_a_stranger_is_told_what_is_missing():
    class Mine(MethodSuite):
        method_name = "test_quiet"

    with pytest.raises(NotImplementedError, match="make_activity"):
        Mine().make_activity(None)
