"""Mails that people asked for by typing an address: to confirm a follow, or the link to their page."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from cms import clock
from cms.following.followers import can_be_told, follower_for_address, is_confirmed_address
from cms.following.letters import headline
from cms.following.letters_to_strangers import may_have_letter
from cms.following.links import confirm_link, page_link
from cms.following.models import REQUEST_LIVES, AddressRequest
from cms.following.stories import thing_for
from cms.outbox.mails import Letter, absolute, render_letter
from cms.text.plain import one_line, unlinked


def confirm_letter(payload: dict[str, Any]) -> Letter | None:
    """The link that confirms a follow, if the address may have one more mail."""
    request = _request(payload["request"])
    thing = thing_for(request.kind, request.object_id or 0, None, request.language) if request else None
    if request is None or thing is None or not may_have_letter(request):
        return None
    with override(request.language):
        title = unlinked(one_line(thing.title))
        context = {"title": title, "label": thing.label, "confirm_url": absolute(confirm_link(request)), "days": REQUEST_LIVES.days}
        subject = _("Confirm that you want to follow %(title)s") % {"title": headline(thing.title)}
        return render_letter(request.address, subject, "cms_following/mail/confirm", context, request.language)


def page_letter(payload: dict[str, Any]) -> Letter | None:
    """The link to one's page, if anybody follows by this address."""
    request = _request(payload["request"])
    if request is None or not is_confirmed_address(request.address) or not may_have_letter(request):
        return None
    follower = follower_for_address(request.address, request.language)
    if not can_be_told(follower):
        return None
    with override(request.language):
        follower.language = request.language
        context = {"page_url": absolute(page_link(follower))}
        return render_letter(request.address, _("Your link to what you follow"), "cms_following/mail/page", context, request.language)


def _request(number: int) -> AddressRequest | None:
    return AddressRequest.objects.filter(pk=number, created_at__gt=clock.now() - REQUEST_LIVES).first()
