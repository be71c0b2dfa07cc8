from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.templatetags.dates import short
from participation.my_page.claims import Claimable

EXCERPT = 120


class ClaimForm(forms.Form):
    """Which of the browser's things are one's own."""

    contributions = forms.TypedMultipleChoiceField(
        label=_("What is yours?"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    supports = forms.BooleanField(label=_("What this browser agrees with"), required=False)

    def __init__(self, *args: Any, offered: Claimable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = list(offered.contributions)
        number = offered.supports.count()
        contributions: Any = self.fields["contributions"]
        contributions.choices = [
            (row.pk, f"{short(row.received_at)}: {Truncator(row.text or row.shown_code).chars(EXCERPT)}") for row in rows
        ]
        words = ngettext(
            "Also %(number)d contribution that this browser agrees with",
            "Also %(number)d contributions that this browser agrees with",
            number,
        )
        self.fields["supports"].label = words % {"number": number}
        if not rows:
            del self.fields["contributions"]
        if not number:
            del self.fields["supports"]
