"""The log of moderation is read by those who supervise."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from participation.choices import HideReason
from participation.models import ModerationDecision
from participation.moderation.actions.hiding import hide_contribution
from tests.factories import UserFactory

pytestmark = pytest.mark.usefixtures("_in_english")


@pytest.fixture
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_the_log_is_read_by_those_who_supervise(own: Any, foreign: Any, given: Any, dag: Any, bo: Any, edda: Any, client_of: Any) -> None:
    from participation.moderation.admin.addresses import list_url, log_url

    client = client_of(dag)
    client.get(list_url())
    page = client.get(log_url()).content.decode()
    assert own.title in page and foreign.title not in page and "Dag" in page
    assert "Dag" in client.get(log_url(own)).content.decode()
    assert client.get(log_url(foreign)).status_code == 404
    assert own.title not in client_of(bo).get(log_url()).content.decode()
    own.feedback_responsible = bo
    own.save()
    assert own.title in client_of(bo).get(log_url()).content.decode()


def test_an_account_that_goes_leaves_the_record(given: Any, dag: Any) -> None:
    hide_contribution(given, dag, HideReason.THREAT)
    other = UserFactory(staff=True)
    ModerationDecision.objects.update(decided_by=other)
    other.delete()
    assert ModerationDecision.objects.get().decided_by is None
