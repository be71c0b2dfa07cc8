"""Plugins are found, checked against each other, and left out by name."""

from importlib.metadata import EntryPoint
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.plugins import SitePlugin, discover_plugins, discovery, enabled_plugins

HERE = "tests.cms.plugins.test_discovery"


class Bees(SitePlugin):
    name, label, verbose_name, version, summary = "bees", "bees", "Bees", "1", "Counts bees."


class Honey(SitePlugin):
    name, label, verbose_name, version, summary = "honey", "honey", "Honey", "1", "Keeps honey."
    requires = ("bees",)


class OtherBees(SitePlugin):
    name, label, verbose_name, version, summary = "other_bees", "bees", "Bees", "1", "The same label."


class SameName(SitePlugin):
    name, label, verbose_name, version, summary = "bees", "same_name", "Bees", "1", "The same name."


class Nameless(SitePlugin):
    name, label, verbose_name, version = "nameless", "nameless", "Nameless", "1"


class NoPlugin:
    name = label = "no_plugin"


def paths(*names: str) -> list[str]:
    return [f"{HERE}.{name}" for name in names]


def test_plugins_are_found_in_the_order_they_are_listed():
    assert discover_plugins(paths("Honey", "Bees"), []) == paths("Honey", "Bees")


def test_a_plugin_listed_twice_is_one():
    assert discover_plugins(paths("Bees", "Bees"), []) == paths("Bees")


def test_a_disabled_plugin_is_left_out():
    assert discover_plugins(paths("Bees", "Honey"), ["honey"]) == paths("Bees")


def test_a_label_that_nobody_has_disables_nothing():
    assert discover_plugins(paths("Bees"), ["wasps"]) == paths("Bees")


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["Missing"], "cannot be imported"),
        (["NoPlugin"], "is no SitePlugin"),
        (["Nameless"], "has no summary"),
        (["Bees", "OtherBees"], "share the label 'bees'"),
        (["Bees", "SameName"], "share the name 'bees'"),
        (["Honey"], "requires bees"),
    ],
)
def test_nonsense_is_refused_with_a_sentence_that_helps(names, sentence):
    with pytest.raises(ImproperlyConfigured, match=sentence):
        discover_plugins(paths(*names), [])


def test_a_required_plugin_that_is_disabled_is_named():
    with pytest.raises(ImproperlyConfigured, match=r"requires bees.*'honey' in GENSVAR_DISABLED_PLUGINS"):
        discover_plugins(paths("Bees", "Honey"), ["bees"])


def test_a_clash_disappears_when_one_of_the_two_is_disabled():
    assert discover_plugins(paths("Bees", "SameName"), ["same_name"]) == paths("Bees")


@pytest.fixture
def entry(monkeypatch: pytest.MonkeyPatch) -> Any:
    def install(value: str) -> None:
        found = [EntryPoint(name="one", value=value, group=discovery.ENTRY_POINT_GROUP)]
        monkeypatch.setattr(discovery, "entry_points", lambda group: found if group == discovery.ENTRY_POINT_GROUP else [])

    return install


def test_a_plugin_of_a_stranger_comes_by_its_entry_point(entry):
    entry(f"{HERE}:Bees")
    assert discover_plugins([], []) == paths("Bees")


def test_a_plugin_of_a_stranger_can_be_disabled(entry):
    entry(f"{HERE}:Bees")
    assert discover_plugins([], ["bees"]) == []


def test_an_entry_point_that_is_no_plugin_is_refused(entry):
    entry(f"{HERE}:NoPlugin")
    with pytest.raises(ImproperlyConfigured, match="is no SitePlugin"):
        discover_plugins([], [])


def test_the_plugins_of_the_house_are_on():
    labels = [plugin.label for plugin in enabled_plugins()]
    assert labels == ["home", "participation", "participation_comments", "participation_poll", "knowledge_hub"]
