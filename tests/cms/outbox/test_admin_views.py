"""The outbox in the admin: numbers and reasons for those who look after it, and no address in full."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission

from cms import clock
from cms.outbox.actions import enqueue, send_later
from cms.outbox.models import Job, SweepRun
from cms.outbox.registry import GiveUp
from tests.factories import UserFactory
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db


PAGE = "/admin/outbox/"


@pytest.fixture
def keeper(site_tree):
    keeper = UserFactory(staff=True)
    keeper.user_permissions.add(
        Permission.objects.get(content_type__app_label="cms_outbox", codename="change_job"),
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
    )
    return keeper


@pytest.fixture
def failing(job_kind):
    def refuse(job):
        raise GiveUp("no valid address")

    job_kind(refuse, name="test.failing")


def test_it_shows_what_waits_and_what_failed(client_of, keeper, job_kind, failing):
    enqueue("test.failing", {"to": "astrid@example.org"})
    work_off(sweep=False)
    job_kind()
    enqueue("test.job", {}, not_before=clock.now() - timedelta(hours=3))
    text = client_of(keeper).get(PAGE).content.decode()
    assert "no valid address" in text
    assert "a…@example.org" in text and "astrid@example.org" not in text
    assert "3\xa0timmar" in text


def test_a_missing_worker_is_told(client_of, keeper):
    client = client_of(keeper)
    assert "Ingen arbetsprocess har körts än" in client.get(PAGE).content.decode()
    assert client.get("/_/health/worker/").status_code == 503
    work_off()
    text = client.get(PAGE).content.decode()
    assert "Syntes senast" in text and "Ingen arbetsprocess" not in text
    assert client.get("/_/health/worker/").status_code == 200
    SweepRun.objects.update(ran_at=clock.now() - timedelta(minutes=25))
    assert "Ingen arbetsprocess har körts på 25" in client.get(PAGE).content.decode()
    assert client.get("/_/health/worker/").status_code == 503


def test_one_or_all_are_tried_again(client_of, keeper, failing):
    for number in range(3):
        enqueue("test.failing", {"n": number})
    work_off()
    client = client_of(keeper)
    first = Job.objects.failed().first()
    assert client.get(f"{PAGE}{first.pk}/try-again/").status_code == 405
    client.post(f"{PAGE}{first.pk}/try-again/")
    assert list(Job.objects.waiting()) == [first]
    client.post(f"{PAGE}try-again/")
    assert Job.objects.waiting().count() == 3
    assert set(Job.objects.values_list("attempts", "error")) == {(0, "")}


def test_a_mail_whose_words_are_gone_stays_failed(client_of, keeper, mail_kind):
    def refuse(payload):
        raise GiveUp("no valid address")

    mail_kind(refuse, name="test.secret", forgets=True)
    send_later("test.secret", {"words": "hemligt"})
    work_off()
    client_of(keeper).post(f"{PAGE}try-again/")
    assert [(job.state, job.payload) for job in Job.objects.all()] == [("failed", {})]


@pytest.mark.parametrize("person", ["cecilia", "dag", "astrid"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_comes_near(client_of, request, site_tree, failing, person, method):
    enqueue("test.failing", {"n": 1})
    work_off()
    client = client_of(request.getfixturevalue(person))
    address = PAGE if method == "get" else f"{PAGE}try-again/"
    assert getattr(client, method)(address).status_code in (302, 403)
    assert Job.objects.failed().count() == 1
    assert "/admin/outbox/" not in client.get("/admin/").content.decode()
