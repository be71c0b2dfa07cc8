"""The mail of an invitation."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cms import clock
from cms.accounts.inviting.links import invitation_url
from cms.accounts.models import Invitation
from cms.outbox.mails import Letter, absolute, render_letter
from cms.outbox.sender import sender


def compose(payload: dict[str, Any]) -> Letter | None:
    """The letter of an invitation; None where it was withdrawn, accepted or renewed meanwhile."""
    rows = Invitation.objects.open(clock.now()).filter(pk=payload["invitation"], version=payload["version"])
    row = rows.select_related("invited_by", "administration").first()
    if row is None:
        return None
    context = {
        "inviter": row.invited_by.get_full_name() if row.invited_by else "",
        "administration": row.administration,
        "roles": [group.name for group in row.groups.order_by("name")],
        "url": absolute(invitation_url(row)),
        "good_until": row.expires_at,
    }
    subject = _("You are invited to work on %(site)s") % {"site": sender().name}
    return render_letter(row.address, subject, "cms/accounts/invitation", context, settings.LANGUAGE_CODE)
