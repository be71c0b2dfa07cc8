"""Two administrations with an editor each: what one sees, the other must not."""

from typing import Any

import pytest

from participation.choices import HideReason
from participation.models import Contribution
from participation.moderation.actions.hiding import hide_contribution
from tests import factories
from tests.factories import ContributionFactory, ParticipantFactory


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


@pytest.fixture
def given(own: Any) -> Contribution:
    return ContributionFactory(dialogue=own, text="Kommunen borde skämmas.")


@pytest.fixture
def hidden(own: Any, dag: Any, astrid: Any) -> Contribution:
    """Astrid's, hidden by Dag."""
    row = ContributionFactory(dialogue=own, text="Skäms på er.", participant=ParticipantFactory(user=astrid))
    return hide_contribution(row, dag, HideReason.HATE, "Hets.")
