"""A body with something to show."""

from typing import Any

import pytest

from tests.factories import BodyFactory, DialogueFactory


@pytest.fixture
def body(site_tree: Any) -> Any:
    """A body with a dialogue in each state."""
    body = BodyFactory(name="Tekniska nämnden", summary="Gator och parker.", administration=site_tree.administration)
    for state in ("upcoming", "open", "closed", "overdue", "answered", "in_follow_up"):
        DialogueFactory(**{state: True}, title=f"Dialog {state}", body=body)
    return body
