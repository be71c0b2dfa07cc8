"""What can be done with one contribution: agree, report, change, withdraw."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from cms import clock
from cms.accounts.models import Participant
from cms.accounts.participants import COOKIE
from participation.choices import ContributionState, Publishing
from participation.models import Contribution, ContributionRevision, Report, Support
from tests.factories import ContributionFactory, DialogueFactory
from tests.participation.contributions.contribution_pages import receipt_url, url, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_in_english")]


@pytest.fixture
def _in_english() -> Iterator[None]:
    """Pages at /en/, with the words of the code."""
    with translation.override("en"):
        yield


def sent(**fields: str) -> dict[str, str]:
    """What a form sends, with a key of its own."""
    return {"key": str(uuid4()), "webbplats": ""} | fields


# Supporting


def test_agreeing_asks_first_and_then_says_so(client: Client) -> None:
    given = ContributionFactory()
    assert "Do you agree?" in words(client.get(url("support", given)))
    assert not Support.objects.exists(), "asking changes nothing"
    response = client.post(url("support", given), sent(), follow=True)
    assert "You agree with this" in words(response)
    assert "1 agrees." in words(response)
    client.post(url("support", given), sent())
    given.refresh_from_db()
    assert given.support_count == Support.objects.count() == 1


def test_support_is_taken_back_by_the_same_browser(client: Client) -> None:
    given = ContributionFactory()
    client.post(url("support", given), sent())
    client.post(url("support", given), sent(take_back="1"))
    Client().post(url("support", given), sent(take_back="1"))
    given.refresh_from_db()
    assert given.support_count == Support.objects.count() == 0


def test_a_first_click_sent_twice_is_one_support() -> None:
    """Two requests of a browser that has no cookie yet, from one form."""
    given, form = ContributionFactory(), sent()
    first, second = Client(), Client()
    for browser in (first, second):
        browser.post(url("support", given), form)
    assert Support.objects.count() == Participant.objects.filter(supports__isnull=False).count() == 1
    assert first.cookies[COOKIE].value.split(":")[0] == second.cookies[COOKIE].value.split(":")[0]  # the rest holds the second of signing


def test_support_of_what_was_hidden_meanwhile_is_refused(client: Client) -> None:
    given = ContributionFactory(hidden=True, text="Kanariefågel")
    response = client.post(url("support", given), sent())
    assert response.status_code == 409
    assert "no longer published" in words(response)
    assert "Kanariefågel" not in words(response)


# Reporting


def test_a_report_needs_no_account_and_says_what_happens(client: Client) -> None:
    given = ContributionFactory()
    assert client.post(url("report", given), sent()).status_code == 422
    response = client.post(url("report", given), sent(reason="hate", details="Läs <b>rad</b> två"), follow=True)
    assert "Thank you for telling us" in words(response)
    report = Report.objects.get()
    assert (report.reason, report.details, report.participant.user) == ("hate", "Läs <b>rad</b> två", None)


def test_a_wrong_report_keeps_what_was_written(client: Client) -> None:
    given = ContributionFactory()
    response = client.post(url("report", given), sent(reason="forged", details="Titta här"))
    assert response.status_code == 422
    assert "Titta här" in words(response)
    response = client.post(url("report", given), sent(reason="hate", details="x" * 501))
    assert "too long" in words(response)
    assert not Report.objects.exists()


# Changing and withdrawing


def test_the_author_changes_a_text_and_returns_to_the_receipt(author: tuple[Client, Contribution]) -> None:
    browser, given = author
    assert "Sänk farten." in words(browser.get(url("edit", given)))
    response = browser.post(url("edit", given), sent(text="Sänk farten nu.", author_name="Astrid L"))
    assert response["Location"] == receipt_url(given)
    given.refresh_from_db()
    assert (given.text, given.author_name) == ("Sänk farten nu.", "Astrid L")
    assert ContributionRevision.objects.get().text == "Sänk farten."


def test_a_change_that_comes_too_late_keeps_the_new_text(author: tuple[Client, Contribution]) -> None:
    browser, given = author
    with clock.at(given.received_at + timedelta(minutes=31)):
        assert "30 minutes" in words(browser.get(url("edit", given)))
        response = browser.post(url("edit", given), sent(text="Ny text", author_name="Astrid"))
    assert response.status_code == 409
    assert "30 minutes" in words(response)
    assert "Ny text" in words(response)


def test_the_author_withdraws(author: tuple[Client, Contribution]) -> None:
    browser, given = author
    assert "Withdraw what you wrote?" in words(browser.get(url("withdraw", given)))
    response = browser.post(url("withdraw", given), sent(), follow=True)
    assert "Withdrawn" in words(response)
    assert "Sänk farten" not in words(response)
    given.refresh_from_db()
    assert given.state == ContributionState.WITHDRAWN


def test_a_code_gives_nobody_the_authors_rights(author: tuple[Client, Contribution]) -> None:
    _browser, given = author
    stranger = Client()
    stranger.get(receipt_url(given))
    for verb, form in (("edit", sent(text="Kapad", author_name="X")), ("withdraw", sent())):
        response = stranger.post(url(verb, given), form)
        assert response.status_code == 409
        assert "Only the one who wrote it" in words(response)
    given.refresh_from_db()
    assert (given.state, given.text) == (ContributionState.PUBLISHED, "Sänk farten.")


def test_an_accounts_contributions_follow_it_to_another_browser(client_of: Callable[..., Client], astrid: Any) -> None:
    dialogue = DialogueFactory(open=True)
    client_of(astrid).post(reverse("participation_comments:new", args=[dialogue.pk]), sent(text="Hej", author_name="A"))
    given = Contribution.objects.get()
    assert url("edit", given) in words(client_of(astrid).get(receipt_url(given)))


# Who may see it


def test_what_waits_for_review_exists_for_its_author_only() -> None:
    browser, dialogue = Client(), DialogueFactory(open=True, publishing=Publishing.BEFORE)
    browser.post(reverse("participation_comments:new", args=[dialogue.pk]), sent(text="Hej", author_name="A"))
    given = Contribution.objects.get()
    for verb in ("support", "report", "edit", "withdraw"):
        assert Client().get(url(verb, given)).status_code == 404
        assert Client().post(url(verb, given), sent()).status_code == 404
    assert browser.get(url("edit", given)).status_code == 200


def test_a_private_dialogues_contributions_exist_for_nobody_else() -> None:
    given = ContributionFactory(text="Kanariefågel")
    restriction = PageViewRestriction.objects.create(page=given.dialogue, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Inbjudna"))
    for verb in ("support", "report", "edit", "withdraw"):
        assert Client().get(url(verb, given)).status_code == 404
    assert "Kanariefågel" not in words(Client().get(receipt_url(given)))


def test_the_participants_cookie_is_signed_and_out_of_scripts_reach(client: Client) -> None:
    client.post(url("support", ContributionFactory()), sent())
    cookie = client.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    forged = Client()
    forged.cookies[COOKIE] = cookie.value.replace(cookie.value[0], "0" if cookie.value[0] != "0" else "1", 1)
    assert "Do you agree?" in words(forged.get(url("support", Contribution.objects.get())))
