"""Bring the search up to date in a test, and ask it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.test import override_settings

from cms.outbox import jobs
from cms.search import mirror
from cms.search.asking.question import read_typed
from cms.search.asking.searching import ResultPage, Wish, find
from cms.search.checking import check_documents
from cms.search.engines import elastic, node
from cms.search.rebuilding import rebuild_index

JOBS = ("search.write", "search.write_tree")


def settle() -> None:
    """Do the search's jobs that wait, and let the node show what it was given."""
    while taken := jobs.take(100, JOBS):
        for job in taken:
            jobs.do(job, raising=True)
    if settings.ELASTICSEARCH_URL:
        mirror.push()
        node.builder().indices.refresh(index=node.alias())


def write_everything() -> None:
    """Write down all there is, as `rebuild_search` does."""
    check_documents()
    settle()


def ask(text: str = "", person: Any = None, **wish: Any) -> ResultPage:
    """A page of results for what somebody types."""
    return find(Wish(read_typed(text), **wish), person)


def titles(text: str = "", person: Any = None, **wish: Any) -> list[str]:
    """The titles of results, in their order."""
    return [result.heading.document.title for result in ask(text, person, **wish).results]


@contextmanager
def node_behind(url: str) -> Iterator[str]:
    """Search with a node, in an index of one's own; yields its alias."""
    alias = f"test-{uuid4().hex[:10]}"
    with override_settings(
        ELASTICSEARCH_URL=url, GENSVAR_SEARCH_INDEX=alias, GENSVAR_SEARCH_TIMEOUT=10.0, GENSVAR_SEARCH_WRITE_TIMEOUT=10.0
    ):
        reset_breakers()
        rebuild_index()
        try:
            yield alias
        finally:
            reset_breakers()
            forget_indices(alias)


def forget_indices(alias: str) -> None:
    """Delete the indices of a test."""
    client = node.builder()
    names = list(client.indices.get(index=f"{alias}*", expand_wildcards="all"))
    if names:
        client.indices.delete(index=names)


def reset_breakers() -> None:
    """As at the start of a process."""
    elastic.breaker.reset()
    mirror.breaker.reset()
