"""Many at once, on PostgreSQL: one person's parallel supports, and comments across the instant of closing."""

import os
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from tests.bench.figures import Figure, report, say
from tests.bench.private_postgres import database_url
from tests.bench.testbed import database

SUPPORTS = 100
COMMENTS = 200
HANDS = 20  # threads that post comments
SPREAD = 4.0  # seconds over which they post; the dialogue closes in their middle
LIMITS = dict.fromkeys(("contribute", "contribute_address", "support", "report", "receipt"), "100000/60")


def measure() -> Iterator[Figure]:
    """Rows and messages."""
    with database(GENSVAR_LIMITS=LIMITS, PAGE_CACHE_SECONDS=0):
        yield from _supports()
        yield from _comments()


def _supports() -> Iterator[Figure]:
    from participation.actions import give_support
    from participation.models import Support
    from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory

    comment, person = ContributionFactory(dialogue=DialogueFactory(open=True)), ParticipantFactory()
    start = threading.Barrier(SUPPORTS)

    def support() -> bool:
        start.wait()
        return give_support(comment, person)

    answers = _in_threads([support] * SUPPORTS, SUPPORTS)
    comment.refresh_from_db()
    yield Figure("parallel_supports_rows", Support.objects.filter(contribution=comment).count(), "rows", "=1")
    yield Figure("parallel_supports_counted", comment.support_count, "supports", "=1")
    yield Figure("parallel_supports_said_new", sum(answer is True for answer in answers), "answers", "=1")
    yield Figure("parallel_supports_failed", sum(isinstance(answer, Exception) for answer in answers), "answers", "=0")


def _comments() -> Iterator[Figure]:
    from cms import clock
    from participation.models import Contribution
    from tests.factories import DialogueFactory

    page = DialogueFactory(open=True)
    forms = [_form(page) for _ in range(COMMENTS)]
    closes_at = clock.read() + timedelta(seconds=SPREAD / 2 + 1)
    page.phases.update(closes_at=closes_at)
    begins = time.monotonic() + 1

    def post_at(number: int) -> Callable[[], Any]:
        def post() -> Any:
            time.sleep(max(0.0, begins + SPREAD * number / COMMENTS - time.monotonic()))
            return _post(page, forms[number], f"Synpunkt nummer {number}")

        return post

    answers = _in_threads([post_at(number) for number in range(COMMENTS)], HANDS)
    rows = Contribution.objects.filter(dialogue=page)
    received = {answer for answer in answers if isinstance(answer, str)}
    yield Figure("comments_received", rows.count(), "comments", ">=1")
    yield Figure("comments_refused_with_a_message", answers.count(False), "comments", ">=1")
    yield Figure("comments_late", rows.filter(received_at__gte=closes_at).count(), "comments", "=0")
    yield Figure("comments_lost_without_a_message", COMMENTS - answers.count(False) - len(received), "comments", "=0")
    yield Figure("receipts_without_a_comment", len(received - set(rows.values_list("receipt_code", flat=True))), "receipts", "=0")


def _form(page: Any) -> dict[str, str]:
    return {"idempotency_key": str(uuid.uuid4())}


def _post(page: Any, form: dict[str, str], text: str) -> Any:
    """The receipt code, or False for a refusal that says why."""
    raise NotImplementedError


def _in_threads(calls: list[Callable[[], Any]], number: int) -> list[Any]:
    """What each call answers, or the exception it ends in."""
    with ThreadPoolExecutor(number) as hands:
        return list(hands.map(_answer, calls))


def _answer(call: Callable[[], Any]) -> Any:
    from django.db import connection

    try:
        return call()
    except Exception as error:  # noqa: BLE001 - counted as a failure
        return error
    finally:
        connection.close()


if __name__ == "__main__":
    with database_url() as address:
        if address is None:
            say("at_once skipped: PostgreSQL is not installed (Debian's package postgresql)")
        else:
            os.environ["DATABASE_URL"] = address
            report(measure())
