"""The address left with a comment: one mail, and no more without a yes."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from participation.models import Contribution, ContributionContact
from tests.factories import DialogueFactory, OutcomeFactory, ThemeFactory
from tests.outbox_tools import work_off
from tests.participation.contributions.contact_tools import comment, confirm_address
from tests.participation.news.conftest import heading_of
from tests.participation.news.kinds.test_talk import reply

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def dialogue() -> Any:
    return DialogueFactory(open=True)


def test_who_said_yes_is_told_what_became_of_it_without_following(dialogue: Any) -> None:
    comment(dialogue, address="astrid@example.org")
    [mail] = work_off(sweep=False)
    Client().post(confirm_address(mail), {"key": str(uuid4()), "webbplats": ""})
    said = Contribution.objects.get()
    reply(said)
    assert [heading_of(mail) for mail in work_off(sweep=False)][1:] == ["Yusuf har svarat på det du skrev"]
    dialogue.phases.update(opens_at="2020-01-01T00:00Z", closes_at="2020-02-01T00:00Z")
    ThemeFactory(dialogue=dialogue, title="Lägre fart", contributions=[said])
    OutcomeFactory(dialogue=dialogue).save_revision().publish()
    assert "Det finns ett svar" in [heading_of(mail) for mail in work_off()]


@pytest.mark.parametrize("address", ["astrid@example.org\r\nBcc: x@example.org", "ingen adress", "a@example.org, b@example.org"])
def test_a_wrong_address_is_said_at_its_field_and_the_text_stays(dialogue: Any, address: str) -> None:
    answer = comment(dialogue, address=address)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Sänk farten." in shown and "field__error" in shown
    assert not Contribution.objects.exists() and not ContributionContact.objects.exists()


def test_no_address_is_no_matter(dialogue: Any) -> None:
    comment(dialogue)
    assert work_off(sweep=False) == []
    assert not ContributionContact.objects.exists()


def test_the_address_is_shown_nowhere(dialogue: Any, dag: Any, client_of: Any) -> None:
    comment(dialogue, address="hemlig@example.org")
    said = Contribution.objects.get()
    pages = [dialogue.url, reverse("participation:receipt_detail", args=[said.shown_code])]
    assert all("hemlig@" not in Client().get(page).content.decode() for page in pages)
    admin = client_of(dag)
    for name, args in (("contribution", [said.pk]), ("list", [])):
        assert "hemlig@" not in admin.get(reverse(f"participation_contributions:{name}", args=args)).content.decode()


def test_an_account_ticks_or_unticks(dialogue: Any, astrid: Any, client_of: Any) -> None:
    comment(dialogue, client_of(astrid), tell_me="on")
    comment(dialogue, client_of(astrid), text="En gång till.")
    said, silent = Contribution.objects.order_by("pk")
    work_off(sweep=False)
    reply(said)
    reply(silent)
    assert [heading_of(mail) for mail in work_off(sweep=False)].count("Yusuf har svarat på det du skrev") == 1
