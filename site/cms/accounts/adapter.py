"""How allauth behaves here."""

import secrets
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context as allauth_context
from django.http import HttpRequest
from django.utils.translation import get_language

from cms.accounts.mails import ACCOUNT_MAIL
from cms.accounts.models import UserManager
from cms.http.rate_limits import OWN_TIMES, is_own_network, network_of
from cms.models import SiteIdentity
from cms.outbox.actions import send_later

FRESH = 300  # seconds: as long as allauth lets a confirmed password count


class AccountAdapter(DefaultAccountAdapter):
    """Addresses are compared in lower case, and nobody is sent off to another site after login."""

    def clean_email(self, email: str) -> str:
        return UserManager.normalize_email(super().clean_email(email))

    def get_client_ip(self, request: HttpRequest) -> str:
        """What allauth's rate limits count by: the real peer's network, not a header that anybody can write.

        allauth knows one number for all; a network of one's own has it as often as `OWN_TIMES` says, in as many parts.
        """
        network = network_of(request)
        return f"{network} {secrets.randbelow(OWN_TIMES)}" if is_own_network(request) else network

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the mail into the outbox: whether an address is known changes neither the answer nor its time."""
        request = context.get("request") or allauth_context.request
        identity = SiteIdentity.for_request(request) if request else SiteIdentity.objects.first()
        site = {"request": request, "email": email, "site_name": identity.name if identity else ""}
        mail = self.render_mail(template_prefix, email, {**site, **context})
        send_later(ACCOUNT_MAIL, {"to": email, "subject": mail.subject, "words": str(mail.body), "language": get_language()})

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has just signed in is not asked for the password again to set up the second factor."""
        request = allauth_context.request
        records = get_authentication_records(request, request.user)
        if any(time.time() - record["at"] < FRESH for record in records):
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return "/admin/" if request.user.has_perm("wagtailadmin.access_admin") else "/"
