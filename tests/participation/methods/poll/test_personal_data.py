"""One's own votes: shown to oneself, exported, and cut off from oneself when one is erased."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms.accounts.erasure import erase_person
from cms.accounts.personal_data import export_of, person_for
from participation.dialogues.counts import counts_of
from participation.methods.poll.models import Vote
from participation.methods.poll.queries import result_of
from tests.factories import ParticipantFactory, UserFactory, after
from tests.participation.methods.poll.polls import PollFactory, choose
from tests.participation.methods.poll.test_views import send, text

pytestmark = pytest.mark.django_db


def test_ones_own_page_shows_how_one_voted(site_tree: Any, astrid: Any, client_of: Any) -> None:
    poll = PollFactory()
    choose(poll, ParticipantFactory(user=astrid), "Linbana")
    drawn = text(client_of(astrid).get(reverse("my_page")))
    assert "Hur du har röstat" in drawn and "Linbana" in drawn and "Ändra min röst" in drawn
    with after(poll.dialogue.phases.get()):
        assert "Ändra min röst" not in text(client_of(astrid).get(reverse("my_page")))
    assert "Hur du har röstat" not in text(client_of(UserFactory()).get(reverse("my_page")))


def test_a_browser_sees_its_own(site_tree: Any) -> None:
    poll, client = PollFactory(), Client()
    send(client, poll, "Vattenlek")
    assert "Vattenlek" in text(client.get(reverse("guest_page")))
    assert "Vattenlek" not in text(Client().get(reverse("guest_page")))


def test_a_vote_is_exported_to_the_one_who_gave_it(site_tree: Any, astrid: Any) -> None:
    poll = PollFactory()
    choose(poll, ParticipantFactory(user=astrid), "Linbana")
    sections = {section.name: list(section.rows) for section in export_of(person_for(user=astrid))}
    given_on = Vote.objects.get().given_on
    assert sections["poll_votes"] == [{"activity": poll.title, "option": "Linbana", "given_on": given_on}]


def test_erasing_somebody_leaves_their_vote_counted_and_nobodys(site_tree: Any, astrid: Any) -> None:
    poll = PollFactory()
    for person in (astrid, None):
        choose(poll, ParticipantFactory(user=person), "Linbana")
    erase_person(person_for(user=astrid))
    assert Vote.objects.filter(participant=None).count() == 1
    assert result_of(poll).people == 2
    assert counts_of([poll.dialogue])[poll.dialogue.pk].people == 2


def test_votes_and_the_people_behind_them_are_counted(site_tree: Any) -> None:
    poll = PollFactory()
    second, hidden = PollFactory(dialogue=poll.dialogue), PollFactory(dialogue=poll.dialogue)
    people = [ParticipantFactory() for _n in range(3)]
    for person in people:
        choose(poll, person, "Linbana")
    choose(second, people[0], "Vattenlek")
    choose(hidden, ParticipantFactory(), "Vattenlek")
    hidden.unpublish()
    counts = counts_of([poll.dialogue])[poll.dialogue.pk]
    assert (counts.votes, counts.people, counts.contributions) == (4, 3, 0)
    card = text(Client().get("/dialoger/"))
    assert re.search(r"4 röster", card)
