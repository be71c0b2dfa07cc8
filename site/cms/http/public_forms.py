"""Forms that anybody may send: with a key, so that sending twice does it once, and a trap for robots."""

import re
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

COUNT = _("{written} of {most} characters")
OVER = _("{written} characters: {over} too many")


def ids_in_part(path: str) -> str:
    """The ids (`auto_id`) of a form that stands in the page of another thing: they bear its address, since several may be open there."""
    return "_".join(["id", *re.findall(r"\w+", path), "%s"])


class PlainTextField(forms.CharField):
    """Text whose longest length the action tells; the field sets no `maxlength`: the browser would cut off a pasted text without a word.

    `most` lets the browser count the characters (static/cms/writing.js).
    """

    def __init__(self, *args: Any, most: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if most is not None:
            self.widget.attrs |= {"data-most": most, "data-count": COUNT, "data-over": OVER}


class PublicForm(forms.Form):
    """A form that changes something: with a key of its own, so that sending it twice does it once, and a trap for robots."""

    key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={key: _("The form was incomplete. Send it once more.") for key in ("required", "invalid")}
    )
    webbplats = forms.CharField(
        required=False, label=_("Leave this field empty"), widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )

    data: QueryDict

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid4())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("webbplats"):
            raise ValidationError(_("A field that people do not see was filled in, which robots do. It is empty now: send the form again."))
        return cleaned

    def show_again(self, *, new_key: bool = False) -> None:
        """Make ready to be sent once more: the trap emptied, the key renewed where it was no key or is used up."""
        new_key = new_key or "key" in self.errors
        self.data = self.data.copy()
        self.data["webbplats"] = ""
        if new_key:
            self.data["key"] = str(uuid4())

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        """What people fill in."""
        return [field for field in self.visible_fields() if field.name != "webbplats"]
