"""Sentences that state a number: they take it from where it is set, so that the words follow it."""

from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise, lazy
from django_stubs_ext import StrPromise


def with_facts(words: str | Promise, **facts: Any) -> StrPromise:
    """`words` with the facts in their places: lazily, and with numbers as the reader's language writes them."""
    filled: StrPromise = _filled(words, facts)  # type: ignore[assignment]
    return filled


def _fill(words: str | Promise, facts: dict[str, Any]) -> str:
    shown = {name: number_format(fact, force_grouping=True) if isinstance(fact, int | float) else fact for name, fact in facts.items()}
    return str(words) % shown


_filled = lazy(_fill, str)
