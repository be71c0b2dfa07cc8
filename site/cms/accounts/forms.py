"""Forms that cost the same for known and for unknown addresses, so that nobody can tell them apart by the time it takes."""

import secrets
from typing import Any

from allauth.account.forms import ResetPasswordForm as AllauthResetPasswordForm
from allauth.account.forms import SignupForm as AllauthSignupForm
from allauth.account.forms import default_token_generator
from allauth.account.internal.flows.email_verification import get_address_for_user
from allauth.account.utils import has_verified_email
from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import HttpRequest


class SignupForm(AllauthSignupForm):
    """allauth's form, which answers alike for known and fresh addresses; here it works alike, too."""

    def try_save(self, request: HttpRequest) -> Any:
        if self.account_already_exists:
            self._work_for_nothing(request)
            return super().try_save(request)
        with transaction.atomic():
            return super().try_save(request)

    def _work_for_nothing(self, request: HttpRequest) -> None:
        """Make an account of an address that nobody has, with the password's hash and all, and take it back."""
        known = self.cleaned_data["email"]
        self.cleaned_data["email"] = f"{secrets.token_hex(16)}@invalid.example"
        self.account_already_exists = False
        try:
            with transaction.atomic():
                user = self.save(request)
                # What allauth asks before it writes to a fresh address.
                has_verified_email(user)
                get_address_for_user(user)
                get_user_model().objects.filter(pk=user.pk).first()
                transaction.set_rollback(True)
        finally:
            self.account_already_exists = True
            self.cleaned_data["email"] = known


class ResetPasswordForm(AllauthResetPasswordForm):
    """The form for a forgotten password; an unknown address costs as much time as a known one."""

    def save(self, request: HttpRequest, **kwargs: Any) -> Any:
        if not self.users:
            default_token_generator.make_token(get_user_model()(pk=0))
        return super().save(request, **kwargs)
