"""Many people vote at the same instant: each is counted once."""

import pytest

from participation.methods.poll.models import Vote
from participation.methods.poll.queries import result_of
from tests.factories import ParticipantFactory
from tests.participation.contributions.test_actions_at_once import at_once
from tests.participation.methods.poll.polls import PollFactory, choose

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
WORDS = ("Klätterställning", "Linbana", "Vattenlek")


def test_a_hundred_people_at_once_are_a_hundred_votes() -> None:
    poll, people = PollFactory(), [ParticipantFactory() for _n in range(100)]
    results = at_once(100, lambda index: choose(poll, people[index], WORDS[index % 3]))
    assert {type(result) for result in results} == {Vote}
    assert [row.votes for row in result_of(poll).options] == [34, 33, 33]


def test_one_person_a_hundred_times_at_once_is_one_vote() -> None:
    poll, person = PollFactory(), ParticipantFactory()
    results = at_once(100, lambda index: choose(poll, person, WORDS[index % 3]))
    assert {type(result) for result in results} == {Vote}
    assert Vote.objects.count() == result_of(poll).people == 1
