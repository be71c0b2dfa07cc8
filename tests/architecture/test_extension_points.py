"""Every extension point stands in docs/plugins.md and is used by a test."""

import inspect
from pathlib import Path

import pytest
from django.dispatch import Signal

from cms.plugins.discovery import ENTRY_POINT_GROUP, SitePlugin
from cms.plugins.registry import REGISTRIES
from participation import api, signals, testing
from participation.contract import ParticipationMethod

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "plugins.md").read_text()
TESTS = "\n".join(
    path.read_text() for path in sorted((ROOT / "tests").rglob("*.py")) if path != Path(__file__).resolve() and "journeys" not in path.parts
)


def own_names(cls: type) -> set[str]:
    """What a class adds for others to state or call."""
    stated = set(inspect.get_annotations(cls)) | {
        name for name, value in vars(cls).items() if callable(value) or isinstance(value, classmethod)
    }
    return {name for name in stated if not name.startswith("_")} - {"default", "default_auto_field"}


POINTS = sorted(
    {ENTRY_POINT_GROUP, "components"}
    | {registry.extension_point for registry in REGISTRIES if registry.entry_type.__module__.split(".")[0] in ("cms", "participation")}
    | own_names(SitePlugin)
    | own_names(ParticipationMethod)
    | {name for name, value in vars(signals).items() if isinstance(value, Signal)}
)
OFFERED = sorted({*api.__all__, *(name for name in testing.__all__)})
# Registries are known in code by the function that registers, not by the point's name.
SPOKEN_OF_AS = {"participation_methods": "registry.register"}


@pytest.mark.parametrize("point", POINTS)
def test_the_guide_describes_it(point):
    assert f"`{point}" in GUIDE or f"`{point}`" in GUIDE, f"docs/plugins.md does not tell of {point}"


@pytest.mark.parametrize("point", POINTS)
def test_a_test_uses_it(point):
    word = SPOKEN_OF_AS.get(point, point)
    assert word in TESTS or word.split(".")[-1] in TESTS, f"no test speaks of {point}"


@pytest.mark.parametrize("name", OFFERED)
def test_the_guide_tells_what_a_method_may_import(name):
    assert f"`{name}" in GUIDE or f"import {name}" in GUIDE, f"docs/plugins.md does not tell of {name}"


def test_the_api_offers_what_it_names():
    assert sorted(api.__all__) == sorted(set(api.__all__))
    assert all(hasattr(api, name) for name in api.__all__)
