"""How much dialogues were given: the sum over their methods."""

import pytest

from participation.choices import ContributionState
from participation.contract import Counts
from participation.dialogues.counts import counts_of, in_words
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory
from tests.participation.methods.registering import registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def dialogue():
    return DialogueFactory()


def test_a_dialogue_that_was_given_nothing_counts_nothing(dialogue):
    assert counts_of([dialogue]) == {dialogue.pk: Counts()}
    assert in_words(Counts()) == ""


def test_who_writes_twice_is_one_person_and_a_group_is_as_many_as_it_says(dialogue):
    astrid = ParticipantFactory()
    ContributionFactory.create_batch(2, dialogue=dialogue, participant=astrid)
    ContributionFactory(dialogue=dialogue, participant=None, group_size=12)
    assert counts_of([dialogue])[dialogue.pk] == Counts(contributions=3, people=13)


def test_what_is_not_published_and_official_answers_count_nothing(dialogue):
    ContributionFactory(dialogue=dialogue, state=ContributionState.PENDING)
    ContributionFactory(dialogue=dialogue, is_official=True)
    assert counts_of([dialogue])[dialogue.pk] == Counts()


def test_a_method_with_votes_adds_them(dialogue):
    other = DialogueFactory()
    ContributionFactory(dialogue=dialogue, method="test_shouting")
    ContributionFactory(dialogue=dialogue, method="comments")

    def counts(self, dialogues, given):
        return {page.pk: given.get(page.pk, Counts()) + Counts(people=2, votes=2) for page in dialogues}

    with registered(counts=counts):
        assert counts_of([dialogue, other]) == {dialogue.pk: Counts(2, 4, 2), other.pk: Counts(0, 2, 2)}
    assert counts_of([dialogue])[dialogue.pk] == Counts(2, 2), "a method that is switched off keeps what was given through it"


def test_any_number_of_dialogues_is_counted_with_the_same_queries(dialogue, count_queries):
    pages = [dialogue, *(DialogueFactory() for _number in range(3))]
    assert count_queries(lambda: counts_of(pages)) == count_queries(lambda: counts_of([dialogue]))


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (Counts(1, 1), "1 synpunkt"),
        (Counts(14, 9), "14 synpunkter från 9 personer"),
        (Counts(14, 129, 120), "14 synpunkter och 120 röster från 129 personer"),
        (Counts(0, 1, 1), "1 röst"),
        (Counts(51, 38), "51 synpunkter från 38 personer"),
        (Counts(1, 12), "1 synpunkt från 12 personer"),
        (Counts(2, 122, 120), "2 synpunkter och 120 röster"),
    ],
)
def test_it_is_said_in_words(counts, words):
    assert in_words(counts) == words


def test_the_card_and_the_outcome_say_it(dialogue, client):
    ContributionFactory(dialogue=dialogue, participant=None, group_size=3)
    listed = client.get(dialogue.get_parent().url).content.decode()
    assert "1 synpunkt från 3 personer" in listed
