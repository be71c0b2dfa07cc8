"""Words for what the history of the organisation's rows tells."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

MERGE_TOPICS, UNDO_MERGE = "cms_organisation.merge_topics", "cms_organisation.undo_merge"


class MergeFormatter(LogFormatter):
    """A topic that took over another one."""

    label = gettext_lazy("Merge topics")

    def format_message(self, log_entry: Any) -> str:
        return _("Took over “%(source)s” with %(moved)s links") % log_entry.data


class UndoFormatter(LogFormatter):
    """A topic that stands for itself again."""

    label = gettext_lazy("Undo the merging of topics")

    def format_message(self, log_entry: Any) -> str:
        return _("“%(source)s” is not merged into “%(target)s” any more") % log_entry.data


def register_log_actions(actions: LogActionRegistry) -> None:
    """Tell Wagtail the words of our entries."""
    actions.register_action(MERGE_TOPICS)(MergeFormatter)
    actions.register_action(UNDO_MERGE)(UndoFormatter)
