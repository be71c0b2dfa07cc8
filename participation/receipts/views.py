"""The pages of receipts: ask for a code, and see what has become of what one said."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms import clock
from cms.accounts.participants import find_participant
from cms.http import rate_limits
from cms.pages.breadcrumbs import home_step
from cms.text.receipt_codes import LENGTH, read_code, show_code
from participation.contributions import rules
from participation.dialogues.cards import shown_pages
from participation.dialogues.links import dialogue_contact, dialogue_link
from participation.models import Contribution
from participation.moderation.admin.addresses import admin_url
from participation.moderation.rules import can_ask_again
from participation.receipts.progress import Receipt, find_receipt

SAVED = {
    "andrat": gettext_lazy("Your change is saved."),
    "tillbaka": gettext_lazy("It is withdrawn."),
    "granskas": gettext_lazy("Another person will look at it again."),
}
"""What is said at the top by what was just done, as the address names it: only to whoever wrote it."""
SHOWN_TYPED = 60  # of what somebody typed, this much is repeated


@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """Ask for a code; a right one leads on to its receipt, a wrong one is explained."""
    typed = request.GET.get("kod", "").strip()
    if not typed:
        return _ask(request, "", "")
    if _is_used_up(request):
        return _pause(request, typed)
    contribution = find_receipt(typed)
    if contribution is not None:
        return _private(HttpResponseRedirect(reverse("participation:receipt_detail", args=[show_code(contribution.receipt_code)])))
    return _missed(request, typed)


@require_safe
def receipt_detail(request: HttpRequest, code: str) -> HttpResponse:
    """What has become of one contribution. Whoever holds the code may read it; only its author may do anything."""
    if _is_used_up(request):
        return _pause(request, code)
    contribution = find_receipt(code)
    if contribution is None:
        return _missed(request, code, status=404)
    told = Receipt(contribution, clock.now(), request.user, find_participant(request))
    return _private(render(request, "participation/receipts/page.html", _context(request, told)))


def _context(request: HttpRequest, told: Receipt) -> dict[str, Any]:
    contribution = told.contribution
    return {
        "breadcrumbs": [home_step(), {"label": _("Receipt"), "url": reverse("participation:receipt")}, {"label": contribution.shown_code}],
        "receipt": told,
        "contribution": contribution,
        "lang": "" if contribution.language == get_language() else contribution.language,
        "just_sent": told.is_author and "tack" in request.GET,
        "saved": SAVED.get(request.GET.get("sparat", "")) if told.is_author else None,
        "next_steps": told.next_steps,
        "may_edit": bool(rules.can_edit(contribution, told.participant, told.at)),
        "may_withdraw": bool(rules.can_withdraw(contribution, told.participant, told.at)),
        "may_ask_again": bool(can_ask_again(contribution, told.participant)),
        "asked_again": contribution.second_looks.last() if told.is_author else None,
        "receipt_url": request.build_absolute_uri(reverse("participation:receipt_detail", args=[contribution.shown_code])),
        "admin_url": _admin_url(request, contribution),
        **(dialogue_link(request, contribution.dialogue) if told.dialogue_is_visible else {}),
        **_after_a_no(request, told),
    }


def _after_a_no(request: HttpRequest, told: Receipt) -> dict[str, Any]:
    """Whom to ask about an answer that was a no."""
    dialogue = told.contribution.dialogue
    return {"was_refused": True, **dialogue_contact(shown_pages([dialogue], request)[dialogue.pk], dialogue)} if told.was_refused else {}


def _admin_url(request: HttpRequest, contribution: Contribution) -> str:
    """Where those who work with the dialogue find the contribution."""
    return admin_url(contribution) if rules.can_sort(request.user, contribution.dialogue) else ""


def _missed(request: HttpRequest, typed: str, status: int = 200) -> HttpResponse:
    rate_limits.network_is_allowed("receipt", request)
    return _ask(request, typed, _why_not(typed), status)


def _why_not(typed: str) -> str:
    if read_code(typed):
        return _("There is no receipt with this code. Check each letter and digit.")
    symbols = sum(character.isalnum() for character in typed)
    if symbols != LENGTH + 1:
        return _("A code has %(right)s letters and digits, such as 7KQ4-M2XD-9P0. This one has %(number)s.") % {
            "right": LENGTH + 1,
            "number": symbols,
        }
    return _("One of the letters or digits is wrong. Check each of them; the letter U never occurs.")


def _ask(request: HttpRequest, typed: str, error: str, status: int = 200) -> HttpResponse:
    context = {
        "breadcrumbs": [home_step(), {"label": _("Receipt")}],
        "typed": typed[:SHOWN_TYPED],
        "error": error,
        "action": reverse("participation:receipt"),
    }
    return _private(render(request, "participation/receipts/ask.html", context, status=status))


def _pause(request: HttpRequest, typed: str) -> HttpResponse:
    response = _ask(request, typed, _("So many wrong codes have come from here that we have to pause. Try again in a while."), 429)
    response.headers["Retry-After"] = str(rate_limits.seconds_of("receipt"))
    return response


def _is_used_up(request: HttpRequest) -> bool:
    return rate_limits.network_is_used_up("receipt", request)


def _private(response: HttpResponse) -> HttpResponse:
    """The response, kept by no cache and found by no search engine."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
