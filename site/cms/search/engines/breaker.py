"""A breaker: after some failures nobody waits for the search node for a while, then one asks again."""

import logging
import threading
import time

logger = logging.getLogger(__name__)


class Breaker:
    """Open after `failures` in a row, for `pause` seconds; then a single caller tries (half open)."""

    def __init__(self, name: str, failures: int = 3, pause: float = 10.0) -> None:
        self.name, self.most, self.pause = name, failures, pause
        self._lock = threading.Lock()
        self.reset()

    def reset(self) -> None:
        """Closed, as at the start of the process."""
        self._failures, self._asks_again_at = 0, 0.0

    @property
    def is_open(self) -> bool:
        return self._failures >= self.most

    def lets_through(self) -> bool:
        """Whether the caller may ask; while it is open one caller may, each time the pause is over."""
        with self._lock:
            if not self.is_open:
                return True
            if time.monotonic() < self._asks_again_at:
                return False
            self._asks_again_at = time.monotonic() + self.pause
            return True

    def succeeded(self) -> None:
        """It answers again."""
        with self._lock:
            if self.is_open:
                logger.warning("%s: the search node answers again", self.name)
            self._failures = 0

    def failed(self, reason: str) -> None:
        """It did not answer, or not in time."""
        with self._lock:
            self._failures += 1
            self._asks_again_at = time.monotonic() + self.pause
            if self._failures == self.most:
                logger.error("%s: the search node is left alone for a while (%s)", self.name, reason)
