"""How allauth behaves here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from cms.accounts.models import UserManager
from cms.limits import address_of
from cms.models import SiteIdentity


class AccountAdapter(DefaultAccountAdapter):
    """Addresses are compared in lower case, and nobody is sent off to another site after login."""

    def clean_email(self, email: str) -> str:
        return UserManager.normalize_email(super().clean_email(email))

    def get_client_ip(self, request: HttpRequest) -> str:
        """What allauth's rate limits count by: the real peer, not a header that anybody can write."""
        return address_of(request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mail comes from the municipality, not from a host name."""
        identity = SiteIdentity.for_request(context["request"]) if context.get("request") else SiteIdentity.objects.first()
        super().send_mail(template_prefix, email, {**context, "site_name": identity.name if identity else ""})

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        user: Any = request.user
        return "/admin/" if user.has_perm("wagtailadmin.access_admin") else "/"
