"""The form before a file: which kind, and what it is for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.export.files import FORMATS

PURPOSE_MAX = 200  # characters


class ExportForm(forms.Form):
    """Asks for the purpose (the law asks whoever takes out personal data to have one), which the log keeps."""

    format = forms.ChoiceField(
        label=_("Kind of file"),
        choices=[(name, kind.label) for name, kind in FORMATS.items()],
        initial=next(iter(FORMATS)),
        widget=forms.RadioSelect,
    )
    purpose = forms.CharField(
        label=_("What is the file for?"),
        max_length=PURPOSE_MAX,
        help_text=_("Such as “Summary for the committee in March”. It is kept in the log with your name; name nobody else."),
        error_messages={"required": _("Say what the file is for. What is taken out of the register needs a purpose.")},
    )

    def clean_purpose(self) -> str:
        """On one line."""
        return " ".join(self.cleaned_data["purpose"].split())
