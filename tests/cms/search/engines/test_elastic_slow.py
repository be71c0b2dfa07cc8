"""A node that answers everything, slowly: one search asks as long as its time lasts, and in the end the node is left alone."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from elasticsearch import ConnectionTimeout

from cms.search.engines import elastic, node
from tests.search_tools import ask, reset_breakers

pytestmark = pytest.mark.django_db


class SlowNode:
    """Takes half a second of a clock of its own for each answer, which is that there is nothing."""

    def __init__(self) -> None:
        self.now, self.asked, self.patience = 0.0, 0, 0.0

    def monotonic(self) -> float:
        return self.now

    def reader(self, seconds: float) -> "SlowNode":
        self.patience = seconds
        return self

    def search(self, **_asked: Any) -> dict[str, Any]:
        self.asked += 1
        self.now += min(0.5, self.patience)
        if self.patience < 0.5:
            raise ConnectionTimeout("slow")
        nothing: Any = defaultdict(lambda: {"buckets": [], "value": 0})
        return {"aggregations": nothing, "hits": {"hits": [], "total": {"value": 0}}}


@pytest.fixture
def slow_node(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[SlowNode]:
    settings.ELASTICSEARCH_URL, settings.GENSVAR_SEARCH_TIMEOUT = "http://127.0.0.1:9", 0.8
    found = SlowNode()
    monkeypatch.setattr(elastic, "time", found)
    monkeypatch.setattr(node, "reader", found.reader)
    reset_breakers()
    yield found
    reset_breakers()


def test_one_search_takes_no_longer_than_it_may(slow_node: SlowNode) -> None:
    assert ask("obegripligt osannolika ordmassor sammanlagda").is_fallback
    assert slow_node.now == pytest.approx(0.8)
    assert slow_node.asked == 2


def test_in_the_end_it_is_left_alone(slow_node: SlowNode) -> None:
    for _search in range(3):
        assert ask("obegripligt osannolika").is_fallback
    assert elastic.breaker.is_open
    asked = slow_node.asked
    assert ask("obegripligt osannolika").is_fallback
    assert slow_node.asked == asked
