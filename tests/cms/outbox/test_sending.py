"""Mails: clean headers, one connection for many, and what a server's answers mean."""

import re
import unicodedata

import pytest
from django.core import mail as django_mail

from cms.models import SiteIdentity
from cms.outbox.actions import send_later
from cms.outbox.headers import LONGEST_SUBJECT
from cms.outbox.mails import Letter, absolute, render_letter
from cms.outbox.models import Job
from cms.outbox.registry import mail_kinds
from cms.outbox.sending import mailbox
from cms.outbox.worker import Worker
from tests.cms.outbox.sink import OK, mail_server
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db

NASTY = [
    "Hej\r\nBcc: alla@example.org",
    "Hej\nSubject: annat",
    "x" * 3000,
    "Sv\u202eedoc.exe\u202c åter",
    "\u2066\u200fdold\u2069",
    "med\x00noll\x85och\x1bmer",
    "halvt \ud83d tecken",
    " \r\n ",
    "å" * 1200,
]


@pytest.fixture(autouse=True)
def goodbye():
    yield
    mailbox.close()


def headers_of(message):
    return message.message().as_bytes().split(b"\n\n")[0].decode("ascii")


@pytest.mark.parametrize("nasty", NASTY)
def test_a_subject_stops_nothing(mail_kind, nasty):
    mail_kind(lambda payload: Letter("astrid@example.org", nasty, "Hej", headers={"X-Group": nasty, "Bad name": "x"}))
    send_later("test.mail", {})
    (message,) = work_off()
    assert message.recipients() == ["astrid@example.org"]
    assert not re.search(r"(?m)^(Bcc|Bad name)", headers_of(message))
    assert all(len(line) <= 998 for line in headers_of(message).splitlines())
    assert 0 < len(message.subject) <= LONGEST_SUBJECT
    assert not [sign for sign in message.subject if unicodedata.category(sign) in ("Cc", "Cf", "Cs") or sign in "\u2028\u2029"]


@pytest.mark.parametrize("nasty", NASTY)
def test_the_municipalitys_name_stops_nothing(mail_kind, site_tree, nasty):
    identity = SiteIdentity.objects.get_or_create(site=site_tree.front.sites_rooted_here.get())[0]
    SiteIdentity.objects.filter(pk=identity.pk).update(name=nasty.replace("\x00", "").replace("\ud83d", "")[:80])
    mail_kind()
    send_later("test.mail", {})
    (message,) = work_off()
    assert headers_of(message).count("\nFrom: ") == 1 and "Bcc:" not in re.findall(r"(?m)^\w+:", headers_of(message))
    assert "no-reply@localhost" in headers_of(message)


@pytest.mark.parametrize("address", ["a@example.org\nBcc: b@example.org", "a@example.org,b@example.org", "", "ingen", "a b@example.org"])
def test_what_is_no_address_fails_and_the_next_mail_goes(mail_kind, address):
    mail_kind()
    send_later("test.mail", {"to": address})
    send_later("test.mail", {"to": "astrid@example.org"})
    assert [message.to for message in work_off()] == [["astrid@example.org"]]
    assert Job.objects.failed().get().error == "no valid address"


def test_the_headers_say_who_writes_and_that_a_machine_does(mail_kind, site_tree):
    identity = SiteIdentity.objects.get_or_create(site=site_tree.front.sites_rooted_here.get())[0]
    identity.name = "Trelleborgs kommun"
    identity.save()
    mail_kind()
    send_later("test.mail", {})
    (message,) = work_off()
    headers = headers_of(message)
    assert "From: Trelleborgs kommun <no-reply@localhost>" in headers
    assert f"Message-ID: <{Job.objects.get().key}@testserver>" in headers
    assert "Auto-Submitted: auto-generated" in headers


def test_a_letter_speaks_the_readers_language(site_tree):
    letter = render_letter("a@example.org", "Hej & hå", "cms/mail/words", {"words": "1 < 2 & 3"}, "en")
    assert "1 < 2 & 3" in letter.text and "-- \n" in letter.text and absolute("/") in letter.text
    assert '<html lang="en">' in letter.html and "1 &lt; 2 &amp; 3" in letter.html
    assert "<table" not in letter.html and " style=" not in letter.html and "src=" not in letter.html


def test_a_mail_that_is_no_longer_to_be_sent_is_dropped(mail_kind):
    mail_kind(lambda payload: None)
    send_later("test.mail", {})
    assert work_off() == []
    assert Job.objects.get().state == Job.State.DROPPED


# Against a mail server


def send(*addresses):
    for address in addresses:
        send_later("test.mail", {"to": address})
    worker = Worker()
    worker.round()
    return worker


def states():
    return {job.payload["to"]: (job.state, job.attempts, job.error) for job in Job.objects.all()}


def test_one_connection_carries_many(mail_kind, settings):
    mail_kind()
    with mail_server(settings) as (sink, _port):
        send(*(f"p{number}@example.org" for number in range(5)))
        assert [mail["To"] for mail in sink.mails] == [f"p{number}@example.org" for number in range(5)]
        assert sink.connections == 1
    assert django_mail.outbox == []


def test_a_refused_recipient_fails_at_once_and_a_busy_one_is_tried_again(mail_kind, settings):
    mail_kind()
    answers = {"gone@example.org": "550 no such user", "full@example.org": "452 mailbox full"}
    with mail_server(settings) as (sink, _port):
        sink.answer_rcpt = lambda address: answers.get(address, OK)
        send("gone@example.org", "full@example.org", "astrid@example.org")
    assert states() == {
        "gone@example.org": ("failed", 1, "SMTPRecipientsRefused 550"),
        "full@example.org": ("waiting", 1, "SMTPRecipientsRefused"),
        "astrid@example.org": ("done", 1, ""),
    }


def test_refused_words_fail_and_a_hung_up_line_is_tried_again(mail_kind, settings):
    mail_kind()
    answers = {"spam@example.org": "554 not wanted", "later@example.org": "451 try later", "cut@example.org": "hang up"}
    with mail_server(settings) as (sink, _port):
        sink.answer_data = lambda address: answers.get(address, OK)
        send("first@example.org", "spam@example.org", "later@example.org", "cut@example.org", "astrid@example.org")
    assert {address: found[:2] for address, found in states().items()} == {
        "first@example.org": ("done", 1),
        "spam@example.org": ("failed", 1),
        "later@example.org": ("waiting", 1),
        "cut@example.org": ("waiting", 1),
        "astrid@example.org": ("done", 1),
    }


def test_a_server_that_is_away_costs_no_attempt_and_mails_wait(mail_kind, job_kind, settings):
    mail_kind()
    job_kind()
    with mail_server(settings) as (_sink, _port):
        pass  # its port is closed again
    worker = send("astrid@example.org", "bo@example.org")
    assert states() == {"astrid@example.org": ("waiting", 0, "ConnectionRefusedError"), "bo@example.org": ("waiting", 0, "")}
    assert "test.mail" not in worker._kinds() and "test.job" in worker._kinds()


def test_a_server_that_wants_a_pause_gets_one(mail_kind, settings):
    mail_kind()
    with mail_server(settings) as (sink, _port):
        sink.answer_rcpt = lambda address: "421 too much"
        worker = send("astrid@example.org", "bo@example.org")
    assert [found[:2] for found in states().values()] == [("waiting", 1), ("waiting", 0)]
    assert not set(worker._kinds()) & {kind.name for kind in mail_kinds}
