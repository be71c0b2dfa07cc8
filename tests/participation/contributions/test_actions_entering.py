"""Those who work with a dialogue enter what people gave on paper."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from cms import clock
from participation.choices import Channel, ContributionState, Publishing
from participation.contributions.actions import AlreadySent, ContributionRefused, enter_contribution
from participation.models import Contribution
from tests.factories import DialogueFactory, UserFactory
from tests.participation.methods.registering import registered

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def method():
    with registered(staff_channels=(Channel.PAPER, Channel.PHONE)):
        yield


@pytest.fixture
def dialogue(site_tree):
    return DialogueFactory(phases=[("Ropa", -3, 3, ["test_shouting.shout"])])


@pytest.fixture
def enter(dialogue, bo):
    def act(**more):
        given = {"channel": Channel.PAPER, "text": "En bänk", "received_on": clock.today(), "person": bo, "dialogue": dialogue}
        return enter_contribution(method="test_shouting", verb="shout", **given | more)

    return act


def test_it_keeps_how_it_came_when_how_many_and_who_entered_it(enter, bo):
    day = clock.today() - timedelta(days=2)
    entered = enter(group_size=12, received_on=day, author_name="Syföreningen")
    entered.refresh_from_db()
    assert (entered.channel, entered.group_size, entered.entered_by, entered.participant) == (Channel.PAPER, 12, bo, None)
    assert timezone.localtime(entered.received_at).date() == day
    assert entered.entered_at is not None
    assert entered.phase_key == entered.dialogue.phases.get().translation_key
    assert entered.state == ContributionState.PUBLISHED
    assert not entered.is_official


def test_what_came_today_came_now(enter):
    entered = enter()
    assert entered.received_at == entered.entered_at


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"channel": Channel.LETTER}, "finns inte"),
        ({"channel": Channel.WEB}, "finns inte"),
        ({"group_size": 0}, "minst en"),
        ({"text": " "}, "något först"),
        ({"received_on": timedelta(days=1)}, "framtiden"),
        ({"received_on": timedelta(days=-9)}, "inte öppnat"),
    ],
)
def test_what_cannot_be_is_refused_in_words(enter, given, says):
    if "received_on" in given:
        given = {"received_on": clock.today() + given["received_on"]}
    with pytest.raises(ContributionRefused, match=says):
        enter(**given)
    assert not Contribution.objects.exists()


def test_only_those_who_work_with_the_dialogue_enter(enter, astrid):
    for stranger in (astrid, UserFactory(staff=True)):
        with pytest.raises(ContributionRefused, match="arbetar med dialogen"):
            enter(person=stranger)


def test_the_same_form_enters_once(enter, cecilia):
    key = uuid4()
    assert enter(idempotency_key=key) == enter(idempotency_key=key)
    with pytest.raises(AlreadySent):
        enter(idempotency_key=key, text="En annan bänk")
    with pytest.raises(AlreadySent):
        enter(idempotency_key=key, person=cecilia)
    assert Contribution.objects.count() == 1


def test_it_waits_for_review_where_everything_does(enter, dialogue):
    dialogue.publishing = Publishing.BEFORE
    dialogue.save()
    assert enter().state == ContributionState.PENDING
