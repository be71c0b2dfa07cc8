"""The log tells who took out which list, as what kind of file, and what for; never what stood in it."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter, log

from cms.models import SiteIdentity

EXPORT = "cms.export"


class ExportFormatter(LogFormatter):
    """An entry about a list that was taken out as a file."""

    label = gettext_lazy("Export")

    def format_message(self, log_entry: Any) -> str:
        told = log_entry.data | {"format": log_entry.data["format"].upper()}
        return _("Took out “%(list)s” as %(format)s, %(number)s rows, for: %(purpose)s") % told


def record_export(request: Any, about: Any | None, **data: Any) -> None:
    """Write the entry: into the history of what the list is about, or of the municipality where it is about no one thing."""
    kept = about if about is not None else SiteIdentity.for_request(request)
    log(instance=kept, action=EXPORT, user=request.user, title=str(about or data["list"]), data=data)


def register_log_actions(actions: LogActionRegistry) -> None:
    """Tell Wagtail the words of our entry."""
    actions.register_action(EXPORT)(ExportFormatter)
