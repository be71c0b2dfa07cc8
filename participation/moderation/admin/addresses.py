"""Addresses of contributions in the admin."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

NAMESPACE = "participation_contributions"


def list_address(**filters: Any) -> str:
    """The list, filtered."""
    address = reverse(f"{NAMESPACE}:list")
    return f"{address}?{urlencode(filters)}" if filters else address


def export_address() -> str:
    """Where the list becomes a file."""
    return reverse(f"{NAMESPACE}:export")


def queue_address(**filters: Any) -> str:
    """What waits for a moderator, filtered."""
    address = reverse(f"{NAMESPACE}:queue")
    return f"{address}?{urlencode(filters)}" if filters else address


def admin_url(contribution: Any) -> str:
    """A contribution's own page."""
    return reverse(f"{NAMESPACE}:contribution", args=[contribution.pk])


def code_address() -> str:
    """Where a receipt code is looked up."""
    return reverse(f"{NAMESPACE}:code")


def action_address(action: str, *contributions: Any, back: str = "") -> str:
    """An action on contributions; it asks before it does anything, and leads `back`."""
    query = [("id", row.pk) for row in contributions] + ([("next", back)] if back else [])
    return reverse("wagtail_bulk_action", args=["participation", "contribution", action]) + "?" + urlencode(query)


def log_address(*dialogue: Any) -> str:
    """Who looked when: over all dialogues, or at one."""
    return reverse(f"{NAMESPACE}:log_of", args=[dialogue[0].pk]) if dialogue else reverse(f"{NAMESPACE}:log")


def log_export_address(*dialogue: Any) -> str:
    """Where the log becomes a file: that over all dialogues, or that of one."""
    return reverse(f"{NAMESPACE}:log_of_export", args=[dialogue[0].pk]) if dialogue else reverse(f"{NAMESPACE}:log_export")
