"""Two administrations with an editor each: what one sees, the other must not."""

from typing import Any

import pytest

from tests import factories


@pytest.fixture
def own(site_tree: Any) -> Any:
    """An open dialogue in Dag's section."""
    return factories.DialogueFactory(open=True, title="Trygga skolvägar")


@pytest.fixture
def foreign(site_tree: Any) -> Any:
    """An open dialogue of another administration."""
    return factories.DialogueFactory(open=True, title="Hemlig hamnplan", parent=factories.SectionFactory())


@pytest.fixture
def edda(foreign: Any) -> Any:
    """Edda, an editor of the other administration."""
    edda = factories.UserFactory(staff=True, email="edda@example.org", first_name="Edda")
    factories.editors_of(foreign.get_parent(), edda)
    return edda
