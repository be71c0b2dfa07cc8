"""Send one letter. The connection to the mail server is opened once and used for many."""

import smtplib
import ssl
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from cms.http.request_memo import remembering
from cms.outbox.headers import clean_headers, clean_subject, is_address
from cms.outbox.models import Job
from cms.outbox.registry import GiveUp, Letter, MailKind, Outcome
from cms.outbox.sender import from_address

KEPT_OPEN = ("django.core.mail.backends.smtp.EmailBackend",)
LETTERS_PER_CONNECTION = 100
CONNECTION_TROUBLE = (smtplib.SMTPServerDisconnected, smtplib.SMTPConnectError, ssl.SSLError, TimeoutError, ConnectionError)
SERVICE_UNAVAILABLE = 421
PERMANENT = 500


class MailServerAway(Exception):
    """The mail server takes nothing now, whoever writes. `blames_letter`: it said so in the middle of this one."""

    def __init__(self, reason: str, *, blames_letter: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.blames_letter = blames_letter


def send_mail(job: Job, kind: MailKind) -> Outcome:
    """Compose the mail of a job now, and hand it over."""
    with remembering():
        letter = kind.compose(job.payload)
    if letter is None:
        return Outcome.DROPPED
    mailbox.send(message_of(letter, job))
    return Outcome.DONE


def message_of(letter: Letter, job: Job) -> EmailMultiAlternatives:
    """The letter with its headers; its Message-ID is the job's, however often it is sent."""
    if not is_address(letter.to):
        raise GiveUp("no valid address")
    headers = {
        **clean_headers(letter.headers),
        "Message-ID": f"<{job.key}@{urlsplit(settings.BASE_URL).hostname or 'localhost'}>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": letter.language,
    }
    message = EmailMultiAlternatives(clean_subject(letter.subject), letter.text, from_address(), [letter.to], headers=headers)
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    return message


class Mailbox:
    """The connection of one process to the mail server."""

    def __init__(self) -> None:
        self._connection: Any = None
        self._letters = 0

    def send(self, message: EmailMultiAlternatives) -> None:
        """Hand a mail over. A connection that the server has dropped meanwhile is opened anew, once."""
        if settings.EMAIL_BACKEND not in KEPT_OPEN:
            get_connection().send_messages([message])
            return
        was_used = self._letters > 0
        try:
            self._hand_over(message)
        except CONNECTION_TROUBLE:
            if not was_used:
                raise
            self._hand_over(message)

    def close(self) -> None:
        """Say goodbye to the server, if it still listens."""
        connection, self._connection, self._letters = self._connection, None, 0
        if connection is not None:
            with suppress(smtplib.SMTPException, OSError):  # it is closed either way
                connection.close()

    def _hand_over(self, message: EmailMultiAlternatives) -> None:
        if self._letters >= LETTERS_PER_CONNECTION:
            self.close()
        if self._connection is None:
            self._open()
        try:
            self._connection.send_messages([message])
        except CONNECTION_TROUBLE:
            self.close()
            raise
        except smtplib.SMTPException as error:
            self._judge(error)
            raise
        self._letters += 1

    def _open(self) -> None:
        connection = get_connection()
        try:
            connection.open()
        except (smtplib.SMTPException, OSError) as error:
            raise MailServerAway(type(error).__name__, blames_letter=False) from error
        self._connection = connection

    def _judge(self, error: smtplib.SMTPException) -> None:
        """Tell what is wrong with the letter from what is wrong with the server; after an answer the connection goes on."""
        code = _code_of(error)
        if code == SERVICE_UNAVAILABLE or isinstance(error, smtplib.SMTPSenderRefused):
            self.close()
            raise MailServerAway(f"{type(error).__name__} {code}", blames_letter=True) from error
        if code >= PERMANENT or isinstance(error, smtplib.SMTPNotSupportedError):
            raise GiveUp(f"{type(error).__name__} {code}".removesuffix(" 0")) from error


def _code_of(error: smtplib.SMTPException) -> int:
    """What the server answered; of several recipients there is only one here."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max((code for code, _words in error.recipients.values()), default=0)
    return int(getattr(error, "smtp_code", 0) or 0)


mailbox = Mailbox()
