"""A button on a dialogue that waits for its answer: nothing new yet."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.accounts.models import User
from participation.dialogues.facts import facts_of
from participation.feedback.admin.menu import dialogue_of
from participation.permissions import dialogues_open_to
from participation.promises.admin.urls import nothing_new_url


def promise_buttons(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of a dialogue's page, while its answer is awaited, for those who sort its contributions."""
    dialogue = dialogue_of(page)
    if dialogue is None or not dialogues_open_to(user, "sort").filter(pk=dialogue.pk).exists():
        return
    if dialogue.live and not facts_of(dialogue).is_answered:
        yield Button(_("Nothing new yet"), url=nothing_new_url(dialogue), icon_name="mail", priority=7)
