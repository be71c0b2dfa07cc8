"""Forms by which people follow, and ask for the link to what they follow."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import UserManager
from cms.context import LANGUAGE_NAMES
from cms.following.models import Follower, Pace
from cms.following.succession import one_of_each
from cms.http.public_forms import PublicForm


class PaceForm(PublicForm):
    """How often; who asks is known."""

    pace = forms.ChoiceField(
        label=_("How often do you want to hear?"),
        choices=Pace.choices,
        initial=Pace.AT_ONCE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often.")},
    )


class AddressForm(PublicForm):
    """An address that a link is mailed to."""

    address = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Write your e-mail address."), "invalid": _("Write one e-mail address, such as astrid@example.org.")},
    )

    def clean_address(self) -> str:
        return UserManager.normalize_email(self.cleaned_data["address"])


class AddressFollowForm(AddressForm, PaceForm):
    """Follow by address."""

    field_order = ["address", "pace"]


class ConfirmForm(PublicForm):
    """Nothing to fill in."""


class FollowsForm(forms.Form):
    """Everything that somebody follows: a pace for each, the language, whether they hear of what is theirs."""

    language = forms.ChoiceField(label=_("Language of the e-mails"), choices=[])
    hears_own = forms.BooleanField(
        label=_("Tell me what becomes of what I have written myself"),
        required=False,
    )

    def __init__(self, *args: Any, follower: Follower, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(language=follower.language, hears_own=follower.hears_own)
        self.fields["language"].choices = [(code, LANGUAGE_NAMES.get(code, code)) for code, _name in settings.LANGUAGES]  # type: ignore[attr-defined]
        self.follows = one_of_each(follower.follows.order_by("-confirmed_at", "-pk")) if follower.pk else []
        for follow in self.follows:
            self.fields[f"pace_{follow.pk}"] = forms.ChoiceField(label=_("How often"), choices=Pace.choices, initial=follow.pace)

    def settings_fields(self) -> list[forms.BoundField]:
        """What concerns all of it."""
        return [self["language"], self["hears_own"]]

    def pace_of(self, number: int) -> forms.BoundField:
        """The field of one follow."""
        return self[f"pace_{number}"]
