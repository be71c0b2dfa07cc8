"""What invitations give to the outbox."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from cms.accounts.inviting.actions import MAIL, forget_old
from cms.accounts.inviting.mail import compose
from cms.outbox.registry import MailKind, Sweep, mail_kinds, sweeps


def register() -> None:
    """Called once, when the apps are ready."""
    mail_kinds.register(MailKind(MAIL, _("Invitation"), compose, urgent=True))
    sweeps.register(Sweep("accounts.invitations", _("Forget old invitations"), timedelta(days=1), forget_old))
