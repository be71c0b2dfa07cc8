"""Addresses of themes, answers and decisions in the admin."""

from typing import Any

from django.urls import reverse

from participation.models import DialoguePage

NAMESPACE = "participation_feedback"


def overview_url() -> str:
    """The list of all dialogues that a person answers."""
    return reverse(f"{NAMESPACE}:overview")


def owed_url() -> str:
    """The list of what is owed an answer, by body."""
    return reverse(f"{NAMESPACE}:owed")


def overview_export_url() -> str:
    """Where the themes of all of them become a file."""
    return reverse(f"{NAMESPACE}:overview_export")


def owed_export_url() -> str:
    """Where what is owed becomes a file."""
    return reverse(f"{NAMESPACE}:owed_export")


def themes_url(dialogue: DialoguePage) -> str:
    """The page of a dialogue's themes and answers."""
    return reverse(f"{NAMESPACE}:themes", args=[dialogue.pk])


def feedback_url(name: str, dialogue: DialoguePage, *rows: Any) -> str:
    """The url of a view about a dialogue: `theme_new`, `theme_edit`, `decision_delete` ..."""
    return reverse(f"{NAMESPACE}:{name}", args=[dialogue.pk, *(row.pk for row in rows)])
