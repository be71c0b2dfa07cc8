"""A form that holds everything that was written in another one, whoever wrote it: shown again where that one cannot be built."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from django import forms
from django.http import QueryDict

from cms.http.opened_for import FIELD, NOW_FIELD

OURS = {"csrfmiddlewaretoken", "webbplats", FIELD, NOW_FIELD}
SECRET = ("password", "passwd", "credential")
CODES = {"code", "otp"}


class KeptForm(forms.Form):
    """The fields that were sent: those of `form_class` as people saw them, the others hidden. What is secret is never repeated."""

    def __init__(self, data: QueryDict, *, form_class: Any = None, auto_id: str = "id_%s") -> None:
        super().__init__(data, auto_id=auto_id)
        known = getattr(form_class, "base_fields", {})
        order = getattr(form_class, "field_order", None) or ()
        for name in sorted(known, key=lambda name: list(order).index(name) if name in order else len(order)):
            if name in data and _may_be_repeated(name) and not _is_empty_choice(known[name]):
                self.fields[name] = deepcopy(known[name])

    def hidden_values(self) -> Iterator[tuple[str, str]]:
        """Names and values of what has no field of its own."""
        for name, values in self.data.lists():  # type: ignore[attr-defined]
            if name not in self.fields and _may_be_repeated(name):
                yield from ((name, value) for value in values)

    @property
    def errors(self) -> forms.utils.ErrorDict:
        """Nothing is wrong with it: it has not been looked at."""
        return forms.utils.ErrorDict()


def _may_be_repeated(name: str) -> bool:
    return name not in OURS and name not in CODES and not any(part in name.casefold() for part in SECRET)


def _is_empty_choice(field: forms.Field) -> bool:
    """A choice whose options the view would have added."""
    choices: Any = getattr(field, "choices", (None,))
    return not list(choices)
