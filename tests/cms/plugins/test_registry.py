"""A registry refuses nonsense with a sentence that says what to do."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy

from cms.plugins.registry import REGISTRIES, Registry, is_stated


@dataclass
class Bird:
    name: str


@pytest.fixture
def birds() -> Iterator[Registry[Bird]]:
    registry = Registry("birds", Bird)
    yield registry
    REGISTRIES.remove(registry)


def test_entries_keep_the_order_they_were_registered_in(birds):
    crow, owl = birds.register(Bird("crow")), birds.register(Bird("owl"))
    assert list(birds) == [crow, owl]
    assert len(birds) == 2
    assert "crow" in birds
    assert birds.get("owl") is owl


def test_an_unknown_name_is_none_since_its_plugin_may_be_off(birds):
    assert birds.get("dodo") is None


def test_a_wrong_type_is_refused(birds):
    with pytest.raises(ImproperlyConfigured, match="birds: 'crow' is no Bird"):
        birds.register("crow")


def test_no_name_is_refused(birds):
    with pytest.raises(ImproperlyConfigured, match="has no name"):
        birds.register(Bird(""))


def test_a_name_taken_is_refused(birds):
    birds.register(Bird("crow"))
    with pytest.raises(ImproperlyConfigured, match="'crow' is registered twice"):
        birds.register(Bird("crow"))


def test_an_entry_can_be_taken_away_while_others_are_read(birds):
    birds.register(Bird("crow"))
    birds.register(Bird("owl"))
    for bird in birds:
        birds.unregister(bird.name)
    assert len(birds) == 0


@pytest.mark.parametrize(("value", "stated"), [("", False), (None, False), ("words", True), (gettext_lazy("Question"), True)])
def test_lazy_words_count_as_stated(value, stated):
    assert is_stated(value) is stated
