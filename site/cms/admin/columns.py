"""Columns of the admin's tables, beside Wagtail's own."""

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from wagtail.admin.ui.tables import Column


class DayColumn(Column):
    """A day, written out: it may lie ahead, where Wagtail's own column says "just now"."""

    def get_value(self, instance: Any) -> Any:
        day = super().get_value(instance)
        return date_format(day, "DATE_FORMAT") if day else "–"


class MomentColumn(Column):
    """A moment, written out: a log is read long afterwards."""

    def get_value(self, instance: Any) -> Any:
        moment = super().get_value(instance)
        return date_format(localtime(moment), "DATETIME_FORMAT") if moment else gettext("never")
