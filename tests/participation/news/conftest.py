"""Somebody who follows by address, and what has been told."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.following.actions import start_following
from cms.following.followers import confirm_follower, follower_for_address
from cms.following.models import NewsItem


@pytest.fixture
def follows() -> Callable[..., Any]:
    """Lets an address follow something at once."""

    def follow(kind: str, number: int, address: str = "foljare@example.org", language: str = "sv") -> Any:
        follower = follower_for_address(address, language)
        confirm_follower(follower)
        start_following(follower, kind, number, "at_once")
        return follower

    return follow


@pytest.fixture
def told() -> Callable[[str], list[NewsItem]]:
    """The news of a kind, oldest first."""
    return lambda kind: list(NewsItem.objects.filter(kind=kind).order_by("pk"))


def heading_of(mail: Any) -> str:
    """A mail's subject without the title of the dialogue behind it."""
    return str(mail.subject).rsplit(": ", 1)[0]
