"""Leaving an address with a comment, and the link that confirms it."""

import re
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse


def comment(dialogue: Any, client: Client | None = None, **fields: str) -> Any:
    form = {"key": str(uuid4()), "webbplats": "", "text": "Sänk farten.", "author_name": "Astrid"} | fields
    return (client or Client()).post(reverse("participation_comments:new", args=[dialogue.pk]), form)


def confirm_address(mail: Any) -> str:
    return re.search(r"http://testserver(/_/contributions/told/\S+)", mail.body)[1]  # type: ignore[index]
