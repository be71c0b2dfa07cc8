"""Merging topics: what moves is shown, then done, by those who may."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.following.succession import succession
from cms.organisation.actions import merge_topics
from cms.organisation.models import Topic
from tests import factories

pytestmark = pytest.mark.django_db


As = Callable[[Any], Client]


@pytest.fixture
def admin(client_of: As, site_tree: Any) -> Client:
    return client_of(factories.UserFactory(admin=True))


def url(row: Any, view: str, *args: Any) -> str:
    return reverse(row.snippet_viewset.get_url_name(view), args=args)


# Merging topics


@pytest.fixture
def merge_url() -> str:
    return url(Topic, "merge")


def test_merging_shows_what_moves_and_asks(admin: Client, merge_url: str) -> None:
    page = factories.DialogueFactory()
    old, new = page.topics.first(), factories.TopicFactory()
    assert merge_url in admin.get(url(Topic, "list")).content.decode()
    assert admin.get(merge_url).status_code == 200

    response = admin.get(f"{merge_url}?source={old.pk}&target={new.pk}")
    assert [use["count"] for use in response.context["uses"]] == [1]
    assert Topic.objects.get(pk=old.pk).is_active

    admin.post(merge_url, {"source": old.pk, "target": new.pk})
    assert list(page.topics.all()) == [new]
    assert Topic.objects.get(pk=old.pk).merged_into == new
    history = admin.get(url(Topic, "history", new.pk)).content.decode()
    assert _("Took over “%(source)s” with %(moved)s links") % {"source": old.name, "moved": 1} in history


def test_a_topic_is_not_merged_into_itself(admin: Client, merge_url: str) -> None:
    topic = factories.TopicFactory()
    response = admin.post(merge_url, {"source": topic.pk, "target": topic.pk})

    assert set(response.context["form"].errors) == {"target"}


def test_only_those_who_may_change_topics_merge_them(client_of: As, dag: Any, merge_url: str) -> None:
    assert client_of(dag).get(merge_url).status_code == 302


# Undoing it


def test_a_merge_is_undone_and_followers_hear_of_their_topic_again(admin: Client) -> None:
    old, new = factories.TopicFactory.create_batch(2)
    merge_topics(old, new)
    undo_url = url(Topic, "undo_merge")
    assert undo_url in admin.get(url(Topic, "list")).content.decode()
    shown = admin.get(undo_url).content.decode()
    assert f'name="topic" value="{old.pk}"' in shown and new.name in shown

    assert admin.post(undo_url, {"topic": old.pk}).status_code == 302
    old.refresh_from_db()
    assert old.is_active and old.merged_into is None
    assert succession().now(("participation.topic", old.pk)) == [("participation.topic", old.pk)]


def test_what_is_not_merged_is_not_undone(admin: Client) -> None:
    topic = factories.TopicFactory()
    for given in (topic.pk, "x", ""):
        response = admin.post(url(Topic, "undo_merge"), {"topic": given})
        assert response.status_code == 200 and _("This topic is not merged any more.") in response.content.decode()


def test_only_those_who_may_change_topics_undo_a_merge(client_of: As, dag: Any) -> None:
    old, new = factories.TopicFactory.create_batch(2)
    merge_topics(old, new)
    client_of(dag).post(url(Topic, "undo_merge"), {"topic": old.pk})
    assert Topic.objects.get(pk=old.pk).merged_into == new
