"""What one wrote in a dialogue: for the browser or account that did, and for nobody else."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms import clock
from cms.accounts.participants import HINT
from participation.contributions.own_views import AT_MOST, own_item
from participation.models import Contribution
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory

pytestmark = pytest.mark.django_db

PART = {"HX-Request": "true"}


def own(client: Client, dialogue: Any, **headers: str) -> Any:
    response = client.get(reverse("participation:own_in", args=[dialogue.pk]), headers=headers)
    assert response.status_code == 200 and response["Cache-Control"] == "no-store"
    return response


def test_a_guest_gets_ones_own_with_ways_to_change_and_withdraw_it(author: tuple[Client, Contribution]) -> None:
    client, given = author
    for headers in ({}, PART):
        shown = own(client, given.dialogue, **headers).content.decode()
        assert "Det här skrev du" in shown and given.text in shown and given.shown_code in shown
        assert reverse("participation:edit", args=[given.pk]) in shown and reverse("participation:withdraw", args=[given.pk]) in shown
    assert "<html" in own(client, given.dialogue).content.decode()
    assert "<html" not in own(client, given.dialogue, **PART).content.decode()


def test_nobody_else_gets_it_and_a_part_says_nothing_then(author: tuple[Client, Contribution], astrid: Any, client_of: Any) -> None:
    _client, given = author
    for other in (Client(), client_of(astrid)):
        assert given.text not in own(other, given.dialogue).content.decode()
        assert own(other, given.dialogue, **PART).content.decode().strip() == ""
    assert "koden på din kvittens" in own(Client(), given.dialogue).content.decode()


def test_the_page_kept_for_everybody_holds_nothing_of_it(author: tuple[Client, Contribution]) -> None:
    """A sign that scripts may read says only that this browser took part."""
    client, given = author
    assert client.cookies[HINT].value == "1" and not client.cookies[HINT]["httponly"]
    shown = client.get(given.dialogue.url).content.decode()
    assert shown == Client().get(given.dialogue.url).content.decode()
    assert reverse("participation:own_in", args=[given.dialogue.pk]) in shown and given.shown_code not in shown


def test_what_can_no_longer_be_changed_can_still_be_withdrawn() -> None:
    given = ContributionFactory(participant=ParticipantFactory())
    with clock.at(given.received_at + timedelta(minutes=31)):
        urls = [link["url"] for link in own_item(given)["links"]]
    assert reverse("participation:edit", args=[given.pk]) not in urls
    assert reverse("participation:withdraw", args=[given.pk]) in urls


def test_a_hidden_text_is_not_repeated() -> None:
    item = own_item(ContributionFactory(participant=ParticipantFactory(), hidden=True, text="Kanariefågel"))
    assert item["text"] == "" and item["chip"]["tone"] == "brick"


def test_its_queries_do_not_grow(astrid: Any, client_of: Any, count_queries: Any) -> None:
    dialogue, participant, client = DialogueFactory(open=True), ParticipantFactory(user=astrid, browser_digest=None), client_of(astrid)
    ContributionFactory(dialogue=dialogue, participant=participant)
    few = count_queries(lambda: own(client, dialogue))
    ContributionFactory.create_batch(AT_MOST + 5, dialogue=dialogue, participant=participant)
    assert count_queries(lambda: own(client, dialogue)) <= few
    assert own(client, dialogue).content.decode().count("own-item__code") == AT_MOST
