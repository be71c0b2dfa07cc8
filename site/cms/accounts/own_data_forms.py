from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.accounts.personal_data import ErasureOption


class EraseForm(forms.Form):
    """What is erased as well, and a word typed so that nothing happens by mistake."""

    options = forms.MultipleChoiceField(label=_("Erase this too, if you want"), required=False, widget=forms.CheckboxSelectMultiple)
    word = forms.CharField(
        label=_("Write ERASE"),
        help_text=_("So that nothing is erased by mistake. Capital or small letters do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write the word ERASE if you want to erase everything.")},
    )

    def __init__(self, *args: Any, offered: list[ErasureOption], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["options"].choices = [(option.name, option.label) for option in offered]  # type: ignore[attr-defined]
        self.fields["options"].help_text = " ".join(str(option.help) for option in offered)
        if not offered:
            del self.fields["options"]

    def clean_word(self) -> str:
        word: str = self.cleaned_data["word"]
        if word.strip().casefold() != str(_("ERASE")).casefold():
            raise ValidationError(_("Write the word ERASE if you want to erase everything."))
        return word
