"""Forms of those who take part. What is wrong is said in words, and what was written stays."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.refusals import ActionRefused
from cms.text import plain
from participation.actions import DETAILS_MAX, clean_name, clean_text
from participation.choices import ReportReason


class PlainTextField(forms.CharField):
    """Text without control characters; they are left out, not complained about.

    It sets no `maxlength`: the browser would cut off a pasted text without a word.
    """

    def to_python(self, value: Any) -> str:
        return plain(super().to_python(value))


class PublicForm(forms.Form):
    """A form that changes something: with a key of its own, so that sending it twice does it once, and a trap for robots."""

    key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={key: _("The form was incomplete. Send it once more.") for key in ("required", "invalid")}
    )
    webbplats = forms.CharField(
        required=False, label=_("Leave this field empty"), widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )

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


class WordsForm(PublicForm):
    """A name or alias, and a text."""

    author_name = PlainTextField(
        label=_("Name or alias"),
        help_text=_("Shown beside your text. An alias is fine."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        error_messages={"required": _("Write a name or an alias.")},
    )
    text = PlainTextField(
        label=_("Your text"),
        help_text=_("At most 5,000 characters."),
        widget=forms.Textarea(attrs={"rows": 8, "data-focus": True}),
        error_messages={"required": _("Write something first.")},
    )

    def clean_author_name(self) -> str:
        return _as_refused(clean_name, self.cleaned_data["author_name"])

    def clean_text(self) -> str:
        return _as_refused(clean_text, self.cleaned_data["text"])


def _as_refused(clean: Any, words: str) -> str:
    """What the action will say of the words, said beside the field."""
    try:
        cleaned: str = clean(words)
    except ActionRefused as refused:
        raise ValidationError([str(message) for message in refused.messages]) from refused
    return cleaned


class ConfirmForm(PublicForm):
    """Nothing to fill in."""


class SupportForm(PublicForm):
    """Agree, or take it back."""

    take_back = forms.BooleanField(required=False, widget=forms.HiddenInput)


class ReportForm(PublicForm):
    """What is wrong with a contribution."""

    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason from the list.")},
    )
    details = PlainTextField(
        label=_("Describe it"),
        required=False,
        help_text=_("At most 500 characters. Only those who review read it."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_details(self) -> str:
        words: str = self.cleaned_data["details"]
        if len(words) > DETAILS_MAX:
            raise ValidationError(_("The description is too long: at most %(most)s characters."), params={"most": DETAILS_MAX})
        return words


class SecondLookAskForm(PublicForm):
    """Why what was hidden should be shown."""

    words = PlainTextField(
        label=_("Why should it be shown?"),
        help_text=_("At most 1,000 characters. Only those who review read it."),
        widget=forms.Textarea(attrs={"rows": 6, "data-focus": True}),
        error_messages={"required": _("Write why it should be shown.")},
    )
