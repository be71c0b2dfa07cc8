"""Where people find themes and answers: the menu, and buttons on a dialogue's page."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.accounts.models import User
from participation.feedback.admin.addresses import overview_url, themes_url
from participation.models import DialoguePage, FollowUpPage, OutcomePage
from participation.moderation.admin.addresses import list_url
from participation.permissions import dialogues_open_to


class AnsweringMenuItem(MenuItem):
    """Shown to those who sort the contributions of some dialogue."""

    def is_shown(self, request: HttpRequest) -> bool:
        return dialogues_open_to(request.user, "sort").exists()


def menu_item() -> MenuItem:
    """The menu's entry."""
    return AnsweringMenuItem(_("Themes and answers"), overview_url(), name="themes-and-answers", icon_name="list-ul", order=130)


def dialogue_buttons(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of a dialogue's page, its outcome and its follow-up, in any language: contributions, themes and answers."""
    dialogue = dialogue_of(page)
    if dialogue is None:
        return
    if dialogues_open_to(user, "view").filter(pk=dialogue.pk).exists():
        yield Button(_("Contributions"), url=list_url(dialogue=dialogue.pk), icon_name="comment", priority=5)
    if dialogues_open_to(user, "sort").filter(pk=dialogue.pk).exists():
        yield Button(_("Themes and answers"), url=themes_url(dialogue), icon_name="list-ul", priority=6)


def dialogue_of(page: Page) -> DialoguePage | None:
    """The canonical dialogue that a page of the admin is about; None for a page of another type."""
    if page.specific_class is DialoguePage:
        return page.specific.canonical
    return page.specific.dialogue if page.specific_class in (OutcomePage, FollowUpPage) else None
