"""A method that exists for one test."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from participation import registry
from participation.contract import Kind, ParticipationMethod


class Shouting(ParticipationMethod):
    """An attachment that a test changes to its needs."""

    name = "test_shouting"
    label = "Rop"
    summary = "Folk ropar."
    icon = "bullhorn"
    kind = Kind.ATTACHMENT
    rights = {"shout": "ropa"}
    imperatives = {"shout": "ropa"}
    section_template = "participation_test/shouting.html"


@contextmanager
def registered(method_class: type[ParticipationMethod] = Shouting, **attributes: Any) -> Iterator[ParticipationMethod]:
    """Register a method (with some attributes its own) for the time of a block."""
    method = registry.register(type(method_class.__name__, (method_class,), attributes))
    try:
        yield registry.get_method(method.name)
    finally:
        registry.unregister(method.name)
