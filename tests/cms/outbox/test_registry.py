"""What the worker can do: jobs and mails share their names, and a plugin that is off has left none."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.outbox.registry import GiveUp, job_kinds, kind_named


def test_a_mail_is_a_job_and_found_by_its_name(job_kind: Any, mail_kind: Any) -> None:
    job, mail = job_kind(), mail_kind()
    assert (kind_named("test.job"), kind_named("test.mail"), kind_named("test.nothing")) == (job, mail, None)


def test_a_job_goes_before_others_or_forgets_its_words_only_where_that_is_said(job_kind: Any, mail_kind: Any) -> None:
    job, mail = job_kind(), mail_kind(urgent=True, forgets=True)
    assert (job.urgent, mail.urgent, mail.forgets) == (False, True, True)


def test_a_second_kind_of_one_name_is_refused(job_kind: Any) -> None:
    kind = job_kind()
    with pytest.raises(ImproperlyConfigured):
        job_kinds.register(kind)
    assert kind_named("test.job") == kind


def test_giving_up_says_why_in_words_for_the_list() -> None:
    assert GiveUp("unknown kind").reason == "unknown kind"
