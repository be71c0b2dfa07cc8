"""The address left with a comment: one mail, and no more without a yes."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from participation.models import Contribution, ContributionContact
from tests.factories import ContributionFactory, DialogueFactory, OutcomeFactory, ParticipantFactory, ThemeFactory
from tests.outbox_tools import work_off
from tests.participation.news.conftest import heading_of
from tests.participation.news.kinds.test_talk import reply

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def dialogue() -> Any:
    return DialogueFactory(open=True)


def comment(dialogue: Any, client: Client | None = None, **fields: str) -> Any:
    form = {"key": str(uuid4()), "webbplats": "", "text": "Sänk farten.", "author_name": "Astrid"} | fields
    return (client or Client()).post(reverse("participation_comments:new", args=[dialogue.pk]), form)


def confirm_address(mail: Any) -> str:
    return re.search(r"http://testserver(/_/contributions/told/\S+)", mail.body)[1]  # type: ignore[index]


def test_the_first_mail_brings_the_code_and_a_link_that_confirms(dialogue: Any) -> None:
    comment(dialogue, address="Astrid@Example.org")
    [mail] = work_off(sweep=False)
    code = Contribution.objects.get().shown_code
    assert mail.to == ["astrid@example.org"]
    assert code in heading_of(mail) and code in mail.body
    assert "Sänk farten" not in mail.body, "the address may be somebody else's"
    assert confirm_address(mail)


def test_without_a_yes_nothing_more_comes_and_opening_the_link_is_no_yes(dialogue: Any) -> None:
    comment(dialogue, address="astrid@example.org")
    [mail] = work_off(sweep=False)
    assert Client().get(confirm_address(mail)).status_code == 200
    assert Client().head(confirm_address(mail)).status_code == 200
    reply(Contribution.objects.get())
    assert len(work_off()) == 1


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


def test_a_strangers_address_is_not_flooded_and_the_comments_are_kept(dialogue: Any, settings: Any) -> None:
    settings.GENSVAR_LIMITS = settings.GENSVAR_LIMITS | {"contact_address": "2/86400"}
    for number in range(5):
        comment(dialogue, address="offer@example.org", text=f"Kommentar {number}")
    assert len(work_off(sweep=False)) == 2
    assert Contribution.objects.count() == 5


def test_an_account_ticks_or_unticks(dialogue: Any, astrid: Any, client_of: Any) -> None:
    comment(dialogue, client_of(astrid), tell_me="on")
    comment(dialogue, client_of(astrid), text="En gång till.")
    said, silent = Contribution.objects.order_by("pk")
    work_off(sweep=False)
    reply(said)
    reply(silent)
    assert [heading_of(mail) for mail in work_off(sweep=False)].count("Yusuf har svarat på det du skrev") == 1


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
