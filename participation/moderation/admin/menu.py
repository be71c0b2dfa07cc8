"""Where moderators find their queue and the log of who looked when."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from participation.moderation.admin.addresses import log_url, queue_url
from participation.permissions import dialogues_open_to


class ModeratorsMenuItem(MenuItem):
    """Shown to those who moderate some dialogue."""

    def is_shown(self, request: HttpRequest) -> bool:
        return dialogues_open_to(request.user, "moderate").exists()


def queue_item() -> MenuItem:
    """The queue, below the contributions."""
    return ModeratorsMenuItem(_("Queue of moderation"), queue_url(), name="moderation-queue", icon_name="tasks", order=121)


def log_item() -> MenuItem:
    """The log, among the reports."""
    return ModeratorsMenuItem(_("Who looked when"), log_url(), name="moderation-log", icon_name="view", order=900)
