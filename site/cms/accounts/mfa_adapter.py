"""How allauth's second factor behaves here."""

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from cms.accounts.second_factor import needs_second_factor
from cms.models import SiteIdentity


class MFAAdapter(DefaultMFAAdapter):
    """Named after the municipality's site; whoever needs a second factor keeps at least one."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _("You work in the admin, so you need a second factor. Add another one before you remove this."),
    }

    def _get_site_name(self) -> str:
        identity = SiteIdentity.for_request(context.request)
        return identity.name if identity else super()._get_site_name()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        others = Authenticator.objects.filter(user=authenticator.user_id).exclude(pk=authenticator.pk)
        kept = others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
        return kept or not needs_second_factor(authenticator.user)


class AddKeyForm(AddWebAuthnForm):
    """Asks for a name that tells the keys apart."""

    name = forms.CharField(required=False, max_length=80, label=_("Name of the key"), help_text=_("Such as “My work telephone”."))


class EditKeyForm(EditWebAuthnForm):
    """Renames a key."""

    name = forms.CharField(max_length=80, label=_("Name of the key"))
