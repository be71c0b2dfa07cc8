"""What participation tells strangers, in the past tense. Sent after the transaction is committed, to caches and plugins only.

Whatever must happen with an event is written in the event's own transaction, not by a receiver.

- `contribution_received(sender=Contribution, contribution)`: somebody gave something; it may still wait for review.
- `contribution_changed(sender=Contribution, contribution, change)`: `change` is one of `edited`, `withdrawn`, `hidden`, `shown`,
  `published`, `kept`, `proposed`, `confirmed`, `rejected`, `upheld`, `masked`, `unmasked`, `supported`.
"""

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import Signal

contribution_received = Signal()
contribution_changed = Signal()


def announce(signal: Signal, contribution: Any, **facts: Any) -> None:
    """Send a signal about a contribution once the transaction is committed; a failing receiver harms nobody else."""
    transaction.on_commit(partial(signal.send_robust, sender=type(contribution), contribution=contribution, **facts))
