"""An account begins with a mail; the mails speak the reader's language and name the municipality."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from cms.accounts.models import User
from cms.models import SiteIdentity
from tests.factories import PASSWORD
from tests.outbox_tools import work_off
from tests.signing_in import without_tokens

pytestmark = pytest.mark.django_db

SIGN_UP = {"email": "ny@example.org", "password1": "en-ganska-lang-fras-7", "password2": "en-ganska-lang-fras-7"}


@pytest.fixture(autouse=True)
def municipality(site_tree):
    identity = SiteIdentity.objects.get_or_create(site=site_tree.front.sites_rooted_here.get())[0]
    identity.name = "Trelleborgs kommun"
    identity.save()


def link_in(message):
    return re.search(r"https?://[^/\s]+(/\S+)", message.body)[1]


@pytest.mark.parametrize(("prefix", "subject"), [("/konto", "Bekräfta din e-postadress"), ("/en/account", "Confirm your e-mail address")])
def test_an_account_opens_when_its_address_is_confirmed(client, prefix, subject):
    assert client.post(f"{prefix}/signup/", SIGN_UP).status_code == 302
    assert client.post(f"{prefix}/login/", {"login": SIGN_UP["email"], "password": SIGN_UP["password1"]}).status_code == 302
    assert "_auth_user_id" not in client.session
    message = work_off()[0]
    assert (message.subject, message.to) == (subject, ["ny@example.org"])
    assert "Trelleborgs kommun" in message.body
    assert link_in(message).startswith(f"{prefix}/confirm-email/")
    client.post(link_in(message))
    assert EmailAddress.objects.get(email="ny@example.org").verified


def test_a_second_account_of_an_address_is_not_made(client, astrid):
    client.post("/konto/signup/", SIGN_UP | {"email": "ASTRID@Example.org"})
    assert User.objects.filter(email__iexact="astrid@example.org").count() == 1
    assert "Det finns redan ett" in work_off()[0].body


def test_a_forgotten_password_is_asked_for_without_telling_which_addresses_are_known(client, astrid):
    known = client.post("/konto/password/reset/", {"email": "Astrid@example.org"})
    unknown = client.post("/konto/password/reset/", {"email": "okand@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [message.to for message in work_off()] == [["astrid@example.org"], ["okand@example.org"]]


def test_a_new_password_is_chosen_with_the_link_of_the_mail(client, astrid):
    client.post("/konto/password/reset/", {"email": astrid.email})
    page = client.get(link_in(work_off()[0]), follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": "en-annan-lang-fras-8", "password2": "en-annan-lang-fras-8"})
    astrid.refresh_from_db()
    assert astrid.check_password("en-annan-lang-fras-8")


def test_wrong_passwords_are_limited_and_a_forged_header_does_not_help(client, astrid):
    for attempt in range(12):
        client.post("/konto/login/", {"login": astrid.email, "password": "fel"}, HTTP_X_FORWARDED_FOR=f"203.0.113.{attempt}")
    client.post("/konto/login/", {"login": astrid.email, "password": PASSWORD}, HTTP_X_FORWARDED_FOR="203.0.113.99")
    assert "_auth_user_id" not in client.session


def test_the_admin_has_no_password_reset_of_its_own(client):
    assert client.get("/admin/password_reset/")["Location"] == "/konto/password/reset/"
    assert client.get("/admin/password_reset/confirm/x/y/")["Location"] == "/konto/password/reset/"


@pytest.mark.parametrize("address", ["/konto/login/", "/konto/signup/"])
def test_the_login_says_that_no_account_is_needed(client, address):
    text = client.get(address).content.decode()
    assert "Du behöver inget konto för att delta." in text
    assert text.count("<h1") == 1


def test_the_pages_around_the_mail_say_what_to_do(client):
    sent = client.post("/konto/signup/", SIGN_UP, follow=True).content.decode()
    assert "Titta efter vårt mejl" in sent
    link = link_in(work_off()[0])
    assert "Är ny@example.org din adress?" in client.get(link).content.decode()
    client.post(link)
    assert "Länken är för gammal eller redan använd" in client.get("/konto/confirm-email/fel-nyckel/").content.decode()


def test_the_page_after_signing_up_is_the_same_for_known_and_unknown_addresses(astrid):
    def answer(address):
        text = Client().post("/konto/signup/", SIGN_UP | {"email": address}, follow=True).content.decode()
        return without_tokens(text).replace(address, "...")

    assert answer(astrid.email) == answer("okand@example.org")
