"""Model fields of the house."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.text.diary_numbers import read_diary_number
from cms.text.paragraphs import read_paragraph


def start_of(day: date) -> datetime:
    """Midnight at the start of a day in the municipality's time zone."""
    return timezone.make_aware(datetime.combine(day, time.min))


class DayFormField(forms.DateField):
    """A day in a form, an instant in the database; `shift` days lie between them."""

    widget = AdminDateInput

    def __init__(self, *, shift: int = 0, **kwargs: Any) -> None:
        self.shift = shift
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, datetime):
            return timezone.localtime(value).date() - timedelta(days=self.shift)
        return value

    def clean(self, value: Any) -> datetime | None:
        day = super().clean(value)
        return start_of(day + timedelta(days=self.shift)) if day else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class FirstDayField(models.DateTimeField[Any, Any]):
    """The instant a first day begins; people write and read the day."""

    shift = 0

    def formfield(self, **kwargs: Any) -> Any:
        kwargs.pop("widget", None)
        return super().formfield(**{"form_class": DayFormField, "shift": self.shift, **kwargs})


class LastDayField(FirstDayField):
    """The exclusive end of a last day: "31 March" is stored as 00:00 on 1 April, Europe/Stockholm."""

    shift = 1


class _ReadField(models.CharField[Any, Any]):
    """Short text that is read tolerantly and stored in its normal form."""

    read: Callable[[str], str | None]
    not_read: str | Promise

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        if not value:
            return value
        return type(self).read(value) or value

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        if value and type(self).read(value) is None:
            raise ValidationError(str(self.not_read), params={"value": value})

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(super().get_prep_value(value))


class DiaryNumberField(_ReadField):
    """A diary number (`KS 2022/206`)."""

    read = staticmethod(read_diary_number)
    not_read = _("“%(value)s” is not a case number. Write it like KS 2022/206.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 32)
        super().__init__(*args, **kwargs)


class ParagraphField(_ReadField):
    """A paragraph of minutes, stored as its number (`87`); it is shown by `cms.text.paragraphs.written_paragraph`."""

    read = staticmethod(read_paragraph)
    not_read = _("“%(value)s” is no paragraph. Write its number, such as 136.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 20)
        super().__init__(*args, **kwargs)
