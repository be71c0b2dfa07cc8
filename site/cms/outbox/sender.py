"""Who writes: the municipality, as mails name it. Asked once in some seconds, since many mails share it."""

from dataclasses import dataclass
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.cache import cache
from wagtail.models import Site

from cms.models import SiteIdentity
from cms.outbox.headers import clean_name

CACHE_KEY = "outbox:sender"
SECONDS = 10


@dataclass(frozen=True)
class Sender:
    """The municipality's name and its contact centre."""

    name: str
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""


def sender() -> Sender:
    """The municipality of the default site."""
    return cache.get_or_set(CACHE_KEY, _read, SECONDS) or _read()


def from_address() -> str:
    """The From header: the address of GENSVAR_FROM_EMAIL with the municipality's name, unless it holds a name already."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or clean_name(sender().name), address))


def _read() -> Sender:
    site = Site.objects.filter(is_default_site=True).first()
    identity = SiteIdentity.objects.filter(site=site).first() or SiteIdentity(site=site)
    return Sender(identity.name, identity.contact_name, identity.contact_phone, identity.contact_email)
