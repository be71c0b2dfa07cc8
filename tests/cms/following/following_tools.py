"""What tests of following do again and again: follow, tell, and read the links of a mail."""

import re
import uuid
from typing import Any

from django.test import Client

from cms import clock
from cms.following.actions import start_following, tell
from cms.following.followers import confirm_follower, follower_for_address
from tests.cms.following.conftest import DUG, STREET, TOWN
from tests.outbox_tools import work_off

FORM = f"/_/folj/{STREET}/1/"
LINK = re.compile(r"https?://testserver(/[^\s\"<>]*)")


def follower(address: str = "astrid@example.org", language: str = "sv") -> Any:
    """Somebody whose address is confirmed."""
    row = follower_for_address(address, language)
    confirm_follower(row)
    return row


def follow(who: Any, number: int = 1, pace: str = "at_once", kind: str = STREET) -> Any:
    return start_following(who, kind, number, pace)


def dig(number: int = 1, kind: str = DUG, key: str = "", town: int = 2, **more: Any) -> Any:
    """A street is dug up; it belongs to a town."""
    return tell(
        kind, key=key or f"{kind}:{number}", targets=[(STREET, number), (TOWN, town)], data={"street": number}, at=clock.now(), **more
    )


def sent() -> list[Any]:
    """The mails that have gone out so far."""
    return list(work_off())


def links(mail: Any) -> list[str]:
    """The addresses of ours in a mail's text, in their order, each once."""
    return list(dict.fromkeys(LINK.findall(mail.body)))


def html_of(mail: Any) -> str:
    return next(part.content for part in mail.alternatives if part.mimetype == "text/html")


def ask(address: str, client: Client | None = None, key: Any = None, **more: Any) -> Any:
    """Send the form that follows a street by address."""
    client = client or Client()
    return client.post(FORM, {"address": address, "pace": "at_once", "key": key or uuid.uuid4(), **more})
