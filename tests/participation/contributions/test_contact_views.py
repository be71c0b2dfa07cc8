"""The link that says yes to mails about one's own contribution."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from participation.models import Contribution
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory
from tests.outbox_tools import work_off
from tests.participation.contributions.contact_tools import comment, confirm_address
from tests.participation.news.conftest import heading_of
from tests.participation.news.kinds.test_talk import reply

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def dialogue() -> Any:
    return DialogueFactory(open=True)


def test_without_a_yes_nothing_more_comes_and_opening_the_link_is_no_yes(dialogue: Any) -> None:
    comment(dialogue, address="astrid@example.org")
    [mail] = work_off(sweep=False)
    assert Client().get(confirm_address(mail)).status_code == 200
    assert Client().head(confirm_address(mail)).status_code == 200
    reply(Contribution.objects.get())
    assert len(work_off()) == 1


def test_forged_links_open_nothing(dialogue: Any) -> None:
    address = reverse("participation:confirm_contact", args=["x:y"])
    assert Client().get(address).status_code == 404
    assert Client().post(address, {"key": str(uuid4())}).status_code == 404


def test_leaving_by_the_mail_ends_mails_about_it_and_nothing_else(dialogue: Any, astrid: Any) -> None:
    said = ContributionFactory(dialogue=dialogue, participant=ParticipantFactory(user=astrid))
    other = ContributionFactory(dialogue=DialogueFactory(open=True), participant=said.participant)
    reply(said)
    [mail] = [mail for mail in work_off() if "svarat" in heading_of(mail)]
    Client().post(mail.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://testserver"))
    reply(said)
    reply(other)
    assert len([mail for mail in work_off() if "svarat" in heading_of(mail)]) == 2
