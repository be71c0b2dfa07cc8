"""Addresses of contributions in the admin."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from participation.models import Contribution, DialoguePage

NAMESPACE = "participation_contributions"


def list_url(**filters: Any) -> str:
    """The list of contributions, filtered."""
    url = reverse(f"{NAMESPACE}:list")
    return f"{url}?{urlencode(filters)}" if filters else url


def export_url() -> str:
    """Where the list becomes a file."""
    return reverse(f"{NAMESPACE}:export")


def queue_url(**filters: Any) -> str:
    """The queue of what waits for a moderator, filtered."""
    url = reverse(f"{NAMESPACE}:queue")
    return f"{url}?{urlencode(filters)}" if filters else url


def admin_url(contribution: Contribution) -> str:
    """A contribution's own page."""
    return reverse(f"{NAMESPACE}:contribution", args=[contribution.pk])


def code_url() -> str:
    """The form in which a receipt code is looked up."""
    return reverse(f"{NAMESPACE}:code")


def action_url(action: str, *contributions: Contribution, back: str = "") -> str:
    """An action on contributions; it asks before it does anything, and leads `back`."""
    query = [("id", row.pk) for row in contributions] + ([("next", back)] if back else [])
    return reverse("wagtail_bulk_action", args=["participation", "contribution", action]) + "?" + urlencode(query)


def log_url(*dialogue: DialoguePage) -> str:
    """The log of who looked when: over all dialogues, or at one."""
    return reverse(f"{NAMESPACE}:log_of", args=[dialogue[0].pk]) if dialogue else reverse(f"{NAMESPACE}:log")


def log_export_url(*dialogue: DialoguePage) -> str:
    """Where the log becomes a file: that over all dialogues, or that of one."""
    return reverse(f"{NAMESPACE}:log_of_export", args=[dialogue[0].pk]) if dialogue else reverse(f"{NAMESPACE}:log_export")
