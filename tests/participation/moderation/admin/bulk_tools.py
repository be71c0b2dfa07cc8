"""Actions on many contributions: their addresses, their forms, and what is said afterwards."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.messages import get_messages
from django.urls import reverse

from participation.models import Contribution

HIDE = {"reason": "threat", "note": "Hotfullt."}


ANSWERS: dict[str, dict[str, Any]] = {
    "hide": HIDE,
    "show": {},
    "publish": {},
    "handle_reports": {},
    "sort": {"new_theme": "Fart"},
    "take_out": {},
    "no_answer": {"reason": "duplicate"},
    "answer_again": {},
}


def address(action: str, *rows: Any, **query: Any) -> str:
    pairs = [("id", getattr(row, "pk", row)) for row in rows] + list(query.items())
    return reverse("wagtail_bulk_action", args=["participation", "contribution", action]) + "?" + urlencode(pairs)


def said(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def states(*rows: Any) -> list[str]:
    return [Contribution.objects.get(pk=row.pk).state for row in rows]


def confirm(client: Any, action: str, *rows: Any, **answers: Any) -> Any:
    """Walk as a person does: read what will happen, then confirm the form of that page."""
    asked = client.get(address(action, *rows))
    assert asked.status_code == 200, asked.headers
    return client.post(asked.context["submit_url"], {"chosen": asked.context["chosen"], **answers})
