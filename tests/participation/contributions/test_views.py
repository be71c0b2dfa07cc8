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
from tests.signing_in import sign_in

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


def part(client: Client, given: Contribution, **fields: str) -> Any:
    """What htmx puts in the place of the link."""
    headers = {"HX-Request": "true"}
    answer = (
        client.post(url("support", given), sent(**fields), headers=headers)
        if fields
        else client.get(url("support", given), headers=headers)
    )
    return words(answer)


def test_a_press_sends_itself_and_is_taken_back_in_its_place(client: Client) -> None:
    given = ContributionFactory()
    pressed = part(client, given)
    assert 'hx-trigger="load"' in pressed and "csrfmiddlewaretoken" in pressed and not Support.objects.exists()
    agreed = part(client, given, take_back="")
    assert "You agree (1)" in agreed and "Take back" in agreed and 'hx-trigger="load"' not in agreed
    again = part(client, given)
    assert "You agree (1)" in again and 'hx-trigger="load"' not in again, "a press on a page that does not know it counts nothing"
    assert part(client, given, take_back="1").strip().startswith("<a")
    assert not Support.objects.exists()


def test_a_press_that_cannot_count_says_why_in_its_place(author: tuple[Client, Contribution]) -> None:
    browser, given = author
    assert "You wrote this yourself" in part(browser, given) and "<form" not in part(browser, given)


def test_who_agreed_before_logging_in_counts_once(client: Client, astrid: Any) -> None:
    given = ContributionFactory()
    client.post(url("support", given), sent())
    sign_in(client, astrid)
    assert "This browser agrees already." in part(client, given) and "<form" not in part(client, given)
    assert client.post(url("support", given), sent()).status_code == 422
    client.post(url("support", given), sent(browser="mine"))
    support = Support.objects.get()
    assert support.participant.user == astrid
    given.refresh_from_db()
    assert given.support_count == 1


def test_somebody_else_at_the_same_browser_counts_too(client: Client, astrid: Any) -> None:
    given = ContributionFactory()
    client.post(url("support", given), sent())
    sign_in(client, astrid)
    client.post(url("support", given), sent(browser="somebody-elses"))
    given.refresh_from_db()
    assert given.support_count == Support.objects.count() == 2


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
    assert response["Location"] == f"{receipt_url(given)}?sparat=andrat"
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
