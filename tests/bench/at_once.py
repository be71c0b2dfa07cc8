"""Many at once, on PostgreSQL: one person's parallel supports, and comments across the instant of closing."""

import os
import re
import threading
import time
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
FOUND, REFUSED = 302, 409
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
LIMITS = dict.fromkeys(("contribute", "contribute_address", "support", "report", "receipt"), "100000/60")


def measure() -> Iterator[Figure]:
    """Rows and messages."""
    with database(GENSVAR_LIMITS=LIMITS, PAGE_CACHE_SECONDS=0):
        yield from _supports()
        yield from _comments()


def _supports() -> Iterator[Figure]:
    """One account supports through the action, and one new browser sends its form again and again."""
    from participation.contributions.actions import give_support
    from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory

    page, person = DialogueFactory(open=True), ParticipantFactory()
    comment = ContributionFactory(dialogue=page)
    yield from _all_at_once("parallel_supports", comment, lambda: give_support(comment, person))
    other = ContributionFactory(dialogue=page)
    form = Form(f"/_/contributions/{other.pk}/support/")
    yield from _all_at_once("parallel_support_forms", other, lambda: _succeeded(form.send()))


def _all_at_once(name: str, comment: Any, support: Callable[[], Any]) -> Iterator[Figure]:
    from participation.models import Support

    start = threading.Barrier(SUPPORTS)

    def wait_and_support() -> Any:
        start.wait()
        return support()

    answers = _in_threads([wait_and_support] * SUPPORTS, SUPPORTS)
    comment.refresh_from_db()
    yield Figure(f"{name}_rows", Support.objects.filter(contribution=comment).count(), "rows", "=1")
    yield Figure(f"{name}_counted", comment.support_count, "supports", "=1")
    yield Figure(f"{name}_failed", sum(isinstance(answer, Exception) for answer in answers), "answers", "=0")


def _comments() -> Iterator[Figure]:
    from cms import clock
    from participation.models import Contribution
    from tests.factories import DialogueFactory

    page = DialogueFactory(open=True)
    forms = [Form(f"/_/comments/{page.pk}/new/") for _ in range(COMMENTS)]
    begins = time.monotonic() + 1
    closes_at = clock.read() + timedelta(seconds=1 + SPREAD / 2)
    page.phases.update(closes_at=closes_at)

    def post_at(number: int) -> Callable[[], Any]:
        def post() -> Any:
            time.sleep(max(0.0, begins + SPREAD * number / COMMENTS - time.monotonic()))
            return _receipt_or_message(forms[number], f"Synpunkt nummer {number} av dem som kom samtidigt")

        return post

    answers = _in_threads([post_at(number) for number in range(COMMENTS)], HANDS)
    rows = Contribution.objects.filter(dialogue=page)
    received = {answer for answer in answers if isinstance(answer, str)}
    refused = sum(answer is False for answer in answers)
    yield Figure("comments_received", rows.count(), "comments", ">=1")
    yield Figure("comments_refused_with_a_message", refused, "comments", ">=1")
    yield Figure("comments_late", rows.filter(received_at__gte=closes_at).count(), "comments", "=0")
    yield Figure("comments_lost_without_a_message", COMMENTS - refused - len(received), "comments", "=0")
    yield Figure("comments_without_a_receipt", len(set(rows.values_list("receipt_code", flat=True)) ^ received), "comments", "=0")


class Form:
    """A form as a browser of its own holds it: opened once, with its token and its key."""

    def __init__(self, address: str) -> None:
        from django.test import Client

        self.address = address
        self.client = Client(enforce_csrf_checks=True)
        page = self.client.get(address).content.decode()
        self.hidden = dict(HIDDEN.findall(page))

    def send(self, **fields: str) -> Any:
        """Send it with a client of this thread's own and the browser's cookies."""
        from django.test import Client

        client = Client(enforce_csrf_checks=True)
        client.cookies = self.client.cookies.copy()
        return client.post(self.address, {**self.hidden, **fields})


def _succeeded(response: Any) -> bool:
    if response.status_code != FOUND:
        raise RuntimeError(f"answered {response.status_code}")
    return True


def _receipt_or_message(form: Form, text: str) -> Any:
    """The receipt code, or False for a refusal that keeps the text in the form."""
    from cms.text.receipt_codes import read_code

    response = form.send(author_name="Någon", text=text)
    if response.status_code == FOUND:
        return read_code(response.url.split("/")[2])
    if response.status_code == REFUSED and text in response.content.decode():
        return False
    raise RuntimeError(f"answered {response.status_code}")


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
