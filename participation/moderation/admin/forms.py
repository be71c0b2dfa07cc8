"""Forms of moderation."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from participation.choices import HideReason
from participation.models.contribution import NOTE_MAX, TEXT_MAX, ModerationDecision
from participation.models.moderation import WORDS_MAX


class HideForm(forms.Form):
    """Why, and what everybody reads in place of the text."""

    reason = forms.ChoiceField(label=_("Reason"), choices=HideReason.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Public note"),
        max_length=NOTE_MAX,
        required=False,
        help_text=_(
            "Stands in place of the text, and on the receipt: “A telephone number was written out. You may send it again without.”"
        ),
    )


class SecondLookForm(forms.Form):
    """What another person decides, and what the one who asked reads."""

    verdict = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=[(ModerationDecision.Verb.HIDDEN, _("It stays hidden")), (ModerationDecision.Verb.SHOWN, _("It is shown again"))],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label=_("Answer"),
        max_length=WORDS_MAX,
        widget=AdminAutoHeightTextInput,
        help_text=_(
            "The one who asked reads it on the receipt, without your name: “I have read it too. It names a private person's illness.”"
        ),
    )


class ReplyForm(forms.Form):
    """An official answer in the thread."""

    data: QueryDict

    text = forms.CharField(
        label=_("Official answer"),
        max_length=TEXT_MAX,
        widget=AdminAutoHeightTextInput,
        help_text=_("It is published at once, in the name of the administration and of your function."),
    )
    idempotency_key = forms.UUIDField(widget=forms.HiddenInput)


class CodeForm(forms.Form):
    """A receipt code, however it is typed."""

    code = forms.CharField(
        label=_("Receipt code"), max_length=60, help_text=_("Such as 7KQ4-M2XD-9P0; capitals and hyphens do not matter.")
    )
