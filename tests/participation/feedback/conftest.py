"""Two administrations with an editor each."""

from typing import Any

import pytest

from tests import factories


@pytest.fixture
def own(site_tree: Any) -> Any:
    """A closed dialogue in Bo's and Dag's section."""
    return factories.DialogueFactory(closed=True, title="Trygga skolvägar")


@pytest.fixture
def foreign(site_tree: Any) -> Any:
    """A closed dialogue of another administration."""
    return factories.DialogueFactory(closed=True, title="Hemlig hamnplan", parent=factories.SectionFactory())
