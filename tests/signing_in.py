"""A session as it is after both factors, without the forms."""

import re
import time
from typing import Any

from allauth.account.internal.flows.login import _AUTHENTICATION_METHODS_USER_SESSION_KEY, AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.userkit import user_id_to_str
from django.test import Client


def sign_in(client: Client, person: Any, *, second_factor: bool = True) -> Client:
    """Sign somebody in; `second_factor=False` is a session after the password only."""
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    if second_factor:
        session = client.session
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time(), "type": "totp"}]
        session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = user_id_to_str(person)
        session.save()
    return client


def without_tokens(text: str) -> str:
    """A page without what is new each time that it is drawn: tokens, and what is signed with the second."""
    return re.sub(r'value="(?:\w{32,}|[\w-]+:[\w-]+:[\w-]+)"', 'value=""', text)
