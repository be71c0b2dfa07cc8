"""What a dialogue's news belongs to: what it concerns, and what people follow inside it."""

from typing import Any

import pytest

from participation.events import names
from participation.events.targets import targets_of, targets_within
from participation.methods.poll.news import POLL
from tests.factories import ContributionFactory, DialogueFactory
from tests.participation.methods.poll.polls import PollFactory
from tests.participation.news.conftest import follows

__all__ = ["follows"]  # the fixture
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_it_belongs_to_all_that_the_dialogue_concerns() -> None:
    kinds = {kind for kind, _number in targets_of(DialogueFactory())}
    assert kinds == {names.DIALOGUE, names.TOPIC, names.PLACE, names.ADMINISTRATION, names.BODY}


def test_within_it_are_followed_conversations_and_polls(follows: Any) -> None:
    poll = PollFactory()
    followed, _other = ContributionFactory.create_batch(2, dialogue=poll.dialogue)
    follows(names.THREAD, followed.pk)
    follows(names.THREAD, ContributionFactory().pk)
    assert set(targets_within(poll.dialogue)) == {(names.THREAD, followed.pk), (POLL, poll.pk)}
