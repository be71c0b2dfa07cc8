"""The breaker before the node: open after failures, then one attempt."""

import time

from cms.search.engines.breaker import Breaker


def test_a_breaker_opens_lets_one_through_and_closes():
    breaker = Breaker("test", failures=2, pause=0.05)
    breaker.failed("away")
    assert breaker.lets_through()
    breaker.failed("away")
    assert breaker.is_open
    assert not breaker.lets_through()
    time.sleep(0.06)
    assert [breaker.lets_through(), breaker.lets_through()] == [True, False], "one asks, the others do not wait"
    breaker.succeeded()
    assert not breaker.is_open
    assert breaker.lets_through()
