"""The page with a demonstration's mails: there only where mails go to files, and the HTML part does nothing."""

import pytest
from django.core import mail as django_mail

from cms.accounts.mails import ACCOUNT_MAIL
from cms.outbox.actions import send_later
from cms.outbox.demo_mailbox import FILE_BACKEND, newest
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration(settings, tmp_path, site_tree):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH, settings.GENSVAR_SHOW_MAIL = FILE_BACKEND, str(tmp_path / "mail"), True


def write(subject, words="Öppna https://example.org/a?b=1&c=2 <b>nu</b>"):
    send_later(ACCOUNT_MAIL, {"to": "astrid@example.org", "subject": subject, "words": words, "language": "sv"})
    work_off()


def test_there_is_no_such_page_elsewhere(client, site_tree, settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path)
    assert client.get("/_/mail/").status_code == 404
    settings.GENSVAR_SHOW_MAIL = True  # and mails by SMTP, or in memory
    assert client.get("/_/mail/").status_code == 404
    settings.GENSVAR_SHOW_MAIL, settings.EMAIL_BACKEND = False, FILE_BACKEND
    assert client.get("/_/mail/").status_code == 404


def test_mails_are_listed_newest_first_and_read(client, demonstration):
    assert "Inget mejl är skrivet än" in client.get("/_/mail/").content.decode()
    write("Första")
    write("Andra")
    mails = newest()
    assert sorted(mail.subject for mail in mails) == ["Andra", "Första"]
    assert django_mail.outbox == []
    text = client.get("/_/mail/").content.decode()
    assert "Första" in text and "astrid@example.org" in text
    page = client.get(f"/_/mail/{mails[0].name}/")
    assert "no-store" in page["Cache-Control"] and page["X-Robots-Tag"] == "noindex"
    assert 'href="https://example.org/a?b=1&amp;c=2"' in page.content.decode()
    assert "&lt;b&gt;nu&lt;/b&gt;" in page.content.decode()


def test_the_html_part_has_a_policy_of_its_own(client, demonstration):
    write("Hej")
    page = client.get(f"/_/mail/{newest()[0].name}/html/")
    assert page["Content-Security-Policy"].startswith("default-src 'none'; style-src 'unsafe-inline'; form-action 'none'")
    assert "<h1>Hej</h1>" in page.content.decode()


def test_several_mails_in_one_file_are_told_apart(client, demonstration, settings, tmp_path):
    write("Hej")
    (file,) = (tmp_path / "mail").glob("*.log")
    file.write_bytes(file.read_bytes() * 2)
    assert [mail.name for mail in newest()] == [f"{file.stem}.1", f"{file.stem}.0"]


@pytest.mark.parametrize("name", ["20260101-000000-1.0", "..", "1.1", "../../etc/passwd.0"])
def test_what_is_not_there_is_not_found(client, demonstration, name):
    assert client.get(f"/_/mail/{name}/").status_code == 404
    assert client.get(f"/_/mail/{name}/html/").status_code == 404
