"""Jobs are written with their cause, and once for each key."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from cms import clock
from cms.outbox.actions import enqueue, enqueue_many, send_later
from cms.outbox.models import Job
from tests.factories import day
from tests.outbox_tools import waiting, work_off

pytestmark = pytest.mark.django_db


def test_a_job_goes_with_its_cause(job_kind):
    job_kind()
    with pytest.raises(RuntimeError), transaction.atomic():
        enqueue("test.job", {})
        raise RuntimeError("the cause was rolled back")
    assert not Job.objects.exists()


def test_what_happens_once_is_written_once(job_kind):
    job_kind()
    assert enqueue("test.job", {}, dedupe_key="outcome:7")
    assert not enqueue("test.job", {}, dedupe_key="outcome:7")
    assert enqueue("test.job", {})
    assert Job.objects.count() == 2


def test_many_are_written_in_batches_and_known_keys_are_skipped(job_kind):
    job_kind()
    enqueue("test.job", {"n": 3}, dedupe_key="n3")
    assert enqueue_many("test.job", (({"n": n}, f"n{n}") for n in range(25)), batch=10) == 24
    assert Job.objects.count() == 25


def test_a_job_waits_for_its_time(job_kind):
    job_kind()
    enqueue("test.job", {}, not_before=day(2))
    assert waiting() == []
    with clock.at(day(3)):
        assert len(waiting()) == 1


def test_an_unknown_kind_is_a_mistake_of_the_programmer(db):
    with pytest.raises(ImproperlyConfigured, match="job_kinds"):
        enqueue("test.nothing", {})
    with pytest.raises(ImproperlyConfigured, match="mail_kinds"):
        send_later("test.nothing", {})


def test_an_urgent_mail_goes_before_the_many(mail_kind):
    mail_kind()
    mail_kind(name="test.urgent", urgent=True)
    enqueue_many("test.mail", (({"subject": f"Nyhet {n}"}, None) for n in range(3)))
    send_later("test.urgent", {"subject": "Nytt lösenord"})
    assert work_off()[0].subject == "Nytt lösenord"
