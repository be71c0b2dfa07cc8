"""The link of an invitation: its number and version, signed."""

from typing import Any

from django.core import signing
from django.urls import reverse

from cms import clock
from cms.accounts.models import Invitation

SALT = "gensvar.invitation"


def invitation_url(invitation: Invitation) -> str:
    """The address that the mail leads to."""
    return reverse("invitation", args=[signing.Signer(salt=SALT).sign_object([invitation.pk, invitation.version])])


def invitation_behind(token: str, rows: Any = None) -> Invitation | None:
    """The open invitation of a link; None for one that is forged, old, used or withdrawn, and nothing tells which."""
    try:
        pk, version = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    rows = Invitation.objects.all() if rows is None else rows
    row: Invitation | None = rows.open(clock.now()).filter(pk=pk, version=version).first()
    return row
