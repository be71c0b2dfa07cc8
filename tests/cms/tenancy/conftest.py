"""Dag's section and one of another administration, with a draft in each and something published."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import RequestFactory
from django.urls import resolve

from participation.models import DialoguePage
from tests.factories import DialogueFactory, SectionFactory


@pytest.fixture
def theirs(site_tree: Any) -> Any:
    """The section of another administration."""
    return SectionFactory()


@pytest.fixture
def own_draft(site_tree: Any) -> DialoguePage:
    return DialogueFactory(draft=True, title="Trygga skolvägar")


@pytest.fixture
def foreign_draft(theirs: Any) -> DialoguePage:
    return DialogueFactory(draft=True, title="Hemlig hamnplan", parent=theirs)


@pytest.fixture
def foreign_page(theirs: Any) -> DialoguePage:
    """A published dialogue of the other administration."""
    return DialogueFactory(title="Öppen hamnplan", parent=theirs)


@pytest.fixture
def request_of(rf: RequestFactory) -> Callable[..., Any]:
    """A request as middleware hands it to the guard: who asks, and what the address means."""

    def make(person: Any, address: str, form: dict[str, Any] | None = None) -> Any:
        request = rf.get(address) if form is None else rf.post(address, form)
        request.user, request.resolver_match = person, resolve(address.partition("?")[0])
        return request

    return make
