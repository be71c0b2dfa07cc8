"""The second factor of the demonstration's staff: one secret for all, printed when the demo is loaded."""

import time

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.conf import settings

from cms.accounts.models import User

DEMO_SECRET = "GENSVARDEMOGENSVARDEMOGENSVARDEM"  # noqa: S105 - 32 letters of base32; it never goes into a real database
PERIOD = 30


def give_second_factor(user: User) -> None:
    """Set up the demo's code app for an account."""
    TOTP.activate(user, DEMO_SECRET)


def current_code() -> tuple[str, int]:
    """The code that an app shows now, and for how many seconds."""
    now = int(time.time())
    period = getattr(settings, "MFA_TOTP_PERIOD", PERIOD)
    return format_hotp_value(hotp_value(DEMO_SECRET, now // period)), period - now % period
