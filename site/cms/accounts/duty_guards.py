"""Hooks of the user administration: an account with open duties is neither deactivated nor deleted."""

from typing import Any

from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.accounts.duties import OpenDuty, open_duties
from cms.accounts.models import User
from cms.refusals import ActionRefused

NAMED_AT_MOST = 5
HAND_OVER = "cms_duties:hand_over"


def refuse_to_deactivate(request: HttpRequest, user: User) -> None:
    """Hook `before_edit_user`: the box "active" was emptied."""
    emptied = request.method == "POST" and not request.POST.get("is_active")
    if emptied and user.is_active and user != request.user:  # one's own form has no such box
        refuse(user)


def refuse_to_delete(request: HttpRequest, user: User) -> None:
    """Hook `before_delete_user`."""
    refuse(user)


def refuse_many(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Hook `before_bulk_action`: many at once, deactivated or deleted."""
    deactivates = action_type == "set_active_state" and request.POST.get("mark_as_active") == "False"
    for row in objects if deactivates or action_type == "delete" else ():
        if isinstance(row, get_user_model()) and (row.is_active or action_type == "delete"):
            refuse(row)


def refuse(user: User) -> None:
    """Say what is open, and lead to the form in which a successor takes it over."""
    unfinished = open_duties(user)
    if unfinished:
        sentence = _("%(person)s answers for what is not finished: %(duties)s. Choose who takes it over; then the account can be closed.")
        raise ActionRefused(sentence % {"person": user, "duties": named(unfinished)}, return_url=reverse(HAND_OVER, args=[user.pk]))


def named(unfinished: list[OpenDuty]) -> str:
    """The first titles of duties, and that there are more."""
    titles = [_("“%(title)s”") % {"title": title} for title, _url in unfinished]
    return ", ".join(titles[:NAMED_AT_MOST]) + (" …" if len(titles) > NAMED_AT_MOST else "")
