"""Forms of invitations."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import password_validators_help_text_html, validate_password
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms import clock
from cms.accounts.granting import groups_to_give
from cms.accounts.models import User
from cms.organisation.models import Administration


class InviteForm(forms.Form):
    """Whom to invite, and to what."""

    address = forms.EmailField(label=gettext_lazy("E-mail address"), help_text=gettext_lazy("The invitation is sent there."))
    administration = forms.ModelChoiceField(queryset=Administration.objects.none(), required=False, label=gettext_lazy("Administration"))
    groups = forms.ModelMultipleChoiceField(queryset=Group.objects.none(), widget=forms.CheckboxSelectMultiple, label=gettext_lazy("Roles"))

    def __init__(self, *args: Any, inviter: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["administration"].queryset = Administration.objects.current(clock.today())  # type: ignore[attr-defined]
        self.fields["groups"].queryset = groups_to_give(inviter)  # type: ignore[attr-defined]


class AcceptForm(forms.Form):
    """What a new colleague tells: a name, a function, a password."""

    first_name = forms.CharField(label=gettext_lazy("First name"), max_length=150)
    last_name = forms.CharField(label=gettext_lazy("Last name"), max_length=150)
    function = forms.CharField(
        label=gettext_lazy("Function"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Shown to citizens instead of the name, such as “Traffic planner”."),
    )
    password1 = forms.CharField(
        label=gettext_lazy("Password"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    password2 = forms.CharField(
        label=gettext_lazy("The password again"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.address = address
        self.fields["password1"].help_text = password_validators_help_text_html()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords differ."))
        elif first:
            self._check(first, cleaned)
        return cleaned

    def _check(self, password: str, cleaned: dict[str, Any]) -> None:
        person = User(email=self.address, first_name=cleaned.get("first_name", ""), last_name=cleaned.get("last_name", ""))
        try:
            validate_password(password, person)
        except forms.ValidationError as error:
            self.add_error("password1", error)
