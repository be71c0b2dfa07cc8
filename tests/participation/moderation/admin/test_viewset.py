"""The contributions in the admin have addresses to read and to decide, and none to write or delete."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import NoReverseMatch, reverse
from wagtail.snippets.models import get_snippet_models

from cms import clock
from participation.models import Contribution
from participation.moderation.admin.addresses import NAMESPACE, queue_url
from participation.moderation.admin.listing import ContributionIndexView
from participation.moderation.admin.queue import ContributionQueueView
from participation.moderation.admin.viewset import ContributionViewSet
from tests.factories import ContributionFactory
from tests.participation.moderation.admin.listed import LIST, listed


def test_only_what_reads_and_decides_has_an_address() -> None:
    names = {pattern.name for pattern in ContributionViewSet().get_urlpatterns()}
    assert {"list", "queue", "log", "contribution", "code", "export"} <= names
    for written in ("add", "edit", "delete", "copy", "usage", "history"):
        assert written not in names
        with pytest.raises(NoReverseMatch):
            reverse(f"{NAMESPACE}:{written}")


def test_it_is_no_snippet() -> None:
    assert Contribution not in get_snippet_models(), "snippets can be deleted and chosen"


def test_the_list_begins_with_the_newest_and_offers_nothing_to_add(own: Any, bo: Any, client_of: Any) -> None:
    client = client_of(bo)
    old = ContributionFactory(dialogue=own, received_at=clock.now() - timedelta(days=3))
    new = ContributionFactory(dialogue=own)
    assert listed(client) == [new, old]
    page = client.get(LIST)
    assert isinstance(page.context["view"], ContributionIndexView) and not page.context["view"].add_url


def test_the_queue_is_a_list_of_its_own_also_when_only_its_results_are_asked_for(own: Any, dag: Any, client_of: Any) -> None:
    client, waits = client_of(dag), ContributionFactory(dialogue=own, pending=True)
    ContributionFactory(dialogue=own)
    for url in (queue_url(), reverse(f"{NAMESPACE}:queue_results")):
        answer = client.get(url)
        assert isinstance(answer.context["view"], ContributionQueueView) and list(answer.context["object_list"]) == [waits]
    assert "<html" not in answer.content.decode()
