"""Ask once in a request that reads, and never in one that writes."""

from itertools import count

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from cms.http.middleware import request_clock
from cms.http.request_memo import per_request, remembering


def test_outside_a_request_every_question_is_asked() -> None:
    numbers = count()
    assert [per_request("number", lambda: next(numbers)) for _ in range(2)] == [0, 1]


def test_within_it_a_question_is_asked_once_and_forgotten_afterwards() -> None:
    numbers = count()
    with remembering():
        assert [per_request("number", lambda: next(numbers)) for _ in range(3)] == [0, 0, 0]
        assert per_request("other", lambda: next(numbers)) == 1
    with remembering():
        assert per_request("number", lambda: next(numbers)) == 2


@pytest.mark.parametrize(("method", "asked"), [("get", 1), ("head", 1), ("post", 2)])
def test_only_requests_that_read_remember(db: None, method: str, asked: int) -> None:
    numbers = count()

    def view(request: HttpRequest) -> HttpResponse:
        per_request("number", lambda: next(numbers))
        per_request("number", lambda: next(numbers))
        return HttpResponse()

    request_clock(view)(getattr(RequestFactory(), method)("/"))
    assert next(numbers) == asked
