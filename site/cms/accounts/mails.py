"""Mails of accounts: their keys are made in the request, so their words are stored until they are sent, and then wiped."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.outbox.mails import Letter, MailKind, mail_kinds, render_letter

ACCOUNT_MAIL = "accounts.mail"
TEMPLATE = "cms/mail/words"


def register() -> None:
    """Called when the app is ready."""
    mail_kinds.register(MailKind(ACCOUNT_MAIL, _("Mail about an account"), compose, urgent=True, forgets=True))


def compose(payload: dict[str, Any]) -> Letter:
    """The stored words, in the house's letter."""
    return render_letter(payload["to"], payload["subject"], TEMPLATE, {"words": payload["words"]}, payload["language"])
