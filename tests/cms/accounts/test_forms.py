"""A known address gets the same answer as a fresh one, at the same cost; only the mail differs."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.accounts.models import User
from cms.outbox.models import Job
from tests import factories
from tests.cms.text.test_addresses import SPELLINGS
from tests.factories import UserFactory
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db

PASSWORD = {"password1": "en-ganska-lang-fras-7", "password2": "en-ganska-lang-fras-7"}
FORMS = {"/konto/signup/": PASSWORD, "/konto/password/reset/": {}}


@pytest.fixture(params=FORMS)
def post(request: Any, site_tree: Any, astrid: Any) -> Callable[[str], tuple[Any, list[str]]]:
    """Send a form with an address, as a browser of its own; the answer, and what the database was asked."""

    def send(address: str) -> tuple[Any, list[str]]:
        cache.clear()  # allauth counts by network address
        with CaptureQueriesContext(connection) as captured:
            answer = Client().post(request.param, {"email": address, **FORMS[request.param]})
        return answer, [query["sql"] for query in captured]

    send("someone@example.org")  # what a process asks only once is asked before
    return send


def test_the_answers_are_alike(post):
    answers = [post(address)[0] for address in ("astrid@example.org", "ny@example.org")]
    assert len({(answer.status_code, answer["Location"], answer.content) for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers)) for answer in answers}) == 1
    assert len({tuple((name, cookie["max-age"]) for name, cookie in sorted(answer.cookies.items())) for answer in answers}) == 1


def test_both_cost_the_same_queries_and_one_row_of_the_outbox(post):
    Job.objects.all().delete()
    costs = {address: post(address)[1] for address in ("astrid@example.org", "ny@example.org")}
    assert [job.payload["to"] for job in Job.objects.order_by("pk")] == list(costs)
    counted = [len([sql for sql in queries if "SAVEPOINT" not in sql]) for queries in costs.values()]
    assert counted[0] == counted[1], "\n".join(
        f"{address}\n  " + "\n  ".join(sql[:160] for sql in queries) for address, queries in costs.items()
    )


def test_the_words_are_gone_when_the_mail_is(post):
    post("astrid@example.org")
    assert "words" in Job.objects.latest("pk").payload
    assert "astrid@example.org" in [message.to[0] for message in work_off()]
    assert [job.payload for job in Job.objects.all()] == [{}] * Job.objects.count()


def test_a_password_is_hashed_for_a_known_address_too(client, site_tree, monkeypatch):
    UserFactory(email="astrid@example.org")
    hashed = []
    monkeypatch.setattr("django.contrib.auth.base_user.make_password", lambda password: hashed.append(password) or "x")
    client.post("/konto/signup/", {"email": "astrid@example.org", **PASSWORD})
    assert hashed == [PASSWORD["password1"]]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_another_spelling_of_a_known_mailbox_makes_no_second_account(client, site_tree, astrid, typed):
    client.post("/konto/signup/", {"email": typed, **PASSWORD})
    assert User.objects.filter(email__icontains="strid").count() == 1
    assert [message.to[0] for message in work_off()] == ["astrid@example.org"]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_one_signs_in_and_asks_for_a_password_by_any_spelling(client, site_tree, astrid, typed):
    client.post("/konto/password/reset/", {"email": typed})
    assert [message.to[0] for message in work_off()] == ["astrid@example.org"]
    client.post("/konto/login/", {"login": typed, "password": factories.PASSWORD})
    assert client.session["_auth_user_id"] == str(astrid.pk)
