"""Columns of tables of dialogues in the admin."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column

from participation.choices import State


class StateColumn(Column):
    """The state in words; a draft has none, and a promise that is past due says so."""

    def get_value(self, instance: Any) -> Any:
        if not instance.live:
            return _("Draft")
        return _("Answer overdue") if instance.is_overdue else State(instance.state).label
