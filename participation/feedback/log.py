"""The dialogue's history says what was done with its contributions: who sorted, who answered, when."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter, log

from cms.accounts.models import User
from participation.models import DialoguePage

ENTRIES: dict[str, tuple[Promise, Promise]] = {
    "create_theme": (_("Create theme"), _("Made the theme “%(theme)s”")),
    "edit_theme": (_("Edit theme"), _("Edited the theme “%(theme)s”")),
    "delete_theme": (_("Delete theme"), _("Deleted the theme “%(theme)s” with %(count)s sorted contributions")),
    "merge_themes": (_("Merge themes"), _("Merged the theme “%(source)s” into “%(theme)s”")),
    "sort": (_("Sort into theme"), _("Sorted into “%(theme)s”: %(codes)s")),
    "take_out": (_("Take out of theme"), _("Taken out of “%(theme)s”: %(codes)s")),
    "no_answer_needed": (_("Mark as needing no answer"), _("Marked as needing no answer: %(codes)s")),
    "answer_needed": (_("Mark as needing an answer"), _("Marked as needing an answer again: %(codes)s")),
    "record_decision": (_("Record decision"), _("Recorded the decision %(decision)s")),
    "edit_decision": (_("Edit decision"), _("Edited the decision %(decision)s")),
    "delete_decision": (_("Delete decision"), _("Deleted the decision %(decision)s")),
    "make_outcome": (_("Make the outcome"), _("Made the outcome from %(count)s themes")),
    "nothing_new": (_("Say that nothing is new yet"), _("Nothing new yet; next: %(step)s, by %(day)s")),
    "hand_over": (_("Hand over the answer"), _("A successor answers for it from now on")),
    "clear_reason": (_("Clear kind of reason"), _("The kind of reason contradicted the answer to “%(theme)s” and was cleared: %(words)s")),
    "make_follow_up": (_("Make the follow-up"), _("Made the follow-up with %(count)s commitments")),
}


def record(dialogue: DialoguePage, by: User, entry: str, **data: Any) -> None:
    """Write an entry into the history of a dialogue's page."""
    log(instance=dialogue, action=f"participation.{entry}", user=by, data=data)


def register_log_actions(actions: LogActionRegistry) -> None:
    """Tell Wagtail the words of our entries."""
    for entry, (label, message) in ENTRIES.items():
        actions.register_action(f"participation.{entry}")(_formatter(label, message))


def _formatter(label: Promise, message: Promise) -> type[LogFormatter]:
    def format_message(self: LogFormatter, log_entry: Any) -> str:
        return str(message) % {name: _as_text(value) for name, value in log_entry.data.items()}

    return type("ParticipationLogFormatter", (LogFormatter,), {"label": label, "format_message": format_message})


def _as_text(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
