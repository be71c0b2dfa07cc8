"""One daily number of letters for each address that somebody has typed: links of following and receipts of plugins count together.

Whoever types an address need not own it, so its owner hears a few times a day at most, whatever was asked for.
"""

from datetime import timedelta
from uuid import UUID, uuid5

from django.db import transaction

from cms import clock
from cms.accounts.models import UserManager
from cms.following.followers import is_confirmed_address
from cms.following.models import REQUEST_LIVES, AddressRequest
from cms.http import rate_limits

KNOWN = "follow_known"
UNKNOWN = ("follow_address", "contact_address")
LETTERS = UUID("5b0f6a52-9f1d-4a57-8d0b-0f1c7f5b6f0e")


def request_letter(address: str, language: str, kind: str, number: int) -> AddressRequest:
    """What a plugin wants to write to an address, once for each kind and number; whether it may, `may_have_letter` says."""
    words = {"address": UserManager.normalize_email(address), "language": language, "kind": kind, "object_id": number}
    key = uuid5(LETTERS, f"{kind}:{number}")
    return AddressRequest.objects.get_or_create(form_key=key, defaults={**words, "created_at": clock.now()})[0]


@transaction.atomic
def may_have_letter(request: AddressRequest, *, is_known: bool | None = None) -> bool:
    """Whether the address may have this letter: a few a day, fewer while nobody has confirmed it. Sent again, it counts once."""
    known = is_confirmed_address(request.address) if is_known is None else is_known
    limits = (KNOWN,) if known else UNKNOWN
    number = min(map(rate_limits.number_of, limits))
    window = timedelta(seconds=max(map(rate_limits.seconds_of, limits)))
    recent = AddressRequest.objects.filter(address=request.address, created_at__gt=clock.now() - REQUEST_LIVES)
    recent.select_for_update().order_by("pk").first()  # letters to one address wait for each other here
    request.refresh_from_db()
    if request.mailed_at is not None:
        return True
    if recent.filter(mailed_at__gt=clock.now() - window).count() >= number:
        return False
    request.mailed_at = clock.now()
    request.save(update_fields=["mailed_at"])
    return True
