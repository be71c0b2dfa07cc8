"""Words for what the history of the organisation's rows tells."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

MERGE_TOPICS = "cms_organisation.merge_topics"


class MergeFormatter(LogFormatter):
    """A topic that took over another one."""

    label = gettext_lazy("Merge topics")

    def format_message(self, log_entry: Any) -> str:
        return _("Took over “%(source)s” with %(moved)s links") % log_entry.data


def register_log_actions(actions: LogActionRegistry) -> None:
    """Tell Wagtail the words of our entry."""
    actions.register_action(MERGE_TOPICS)(MergeFormatter)
