"""Fields of the filters of a list: each a short list to choose one value from."""

from collections.abc import Collection, Sequence

from django import forms
from django.utils.translation import gettext as _


def filter_field(label: str, choices: Sequence[tuple[str, str]], chosen: Collection[str]) -> forms.Field:
    """A list of values, of which one is chosen; several that an address names go with the form, and are taken off one by one."""
    if len(chosen) > 1:
        return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=forms.MultipleHiddenInput)
    return forms.ChoiceField(label=label, choices=[("", _("All")), *choices], required=False)
