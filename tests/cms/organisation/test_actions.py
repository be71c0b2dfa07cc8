"""What is done with the organisation's rows: topics are merged, and a merge is undone."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.log_actions import registry

from cms.organisation.actions import merge_topics, undo_merge
from cms.organisation.log import MERGE_TOPICS, UNDO_MERGE
from tests.factories import DialogueFactory, TopicFactory

pytestmark = pytest.mark.django_db


def test_a_merge_moves_what_bears_the_topic_and_undoing_it_leaves_that_there(site_tree: object) -> None:
    page = DialogueFactory()
    old, new = page.topics.first(), TopicFactory()
    assert merge_topics(old, new) == 1
    old.refresh_from_db()
    assert (old.is_active, old.merged_into, list(page.topics.all())) == (False, new, [new])

    assert undo_merge(old) == new
    old.refresh_from_db()
    assert (old.is_active, old.merged_into, list(page.topics.all())) == (True, None, [new])
    assert [entry.action for entry in registry.get_logs_for_instance(old)] == [UNDO_MERGE]
    assert {entry.action for entry in registry.get_logs_for_instance(new)} == {MERGE_TOPICS, UNDO_MERGE}


def test_only_what_is_merged_is_undone_and_only_what_is_whole_takes_over() -> None:
    old, new, third = TopicFactory.create_batch(3)
    with pytest.raises(ValidationError):
        undo_merge(old)
    merge_topics(old, new)
    for source, target in ((third, old), (third, third)):
        with pytest.raises(ValidationError):
            merge_topics(source, target)


def test_a_topic_merged_on_goes_with_what_took_it_over_until_that_is_undone_for_itself() -> None:
    first, second, third = TopicFactory.create_batch(3)
    merge_topics(first, second)
    merge_topics(second, third)
    assert undo_merge(second) == third
    first.refresh_from_db()
    assert first.merged_into == third
    assert undo_merge(first) == third
