"""Add to an account what was written from this browser before."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cms.accounts.participants import find_browser
from cms.people import signed_in
from participation.my_page.claims import ClaimRefused, claim_contributions


@never_cache
@login_required
@require_POST
def claim(request: HttpRequest) -> HttpResponse:
    """Add what was ticked, and say how much it was. Numbers are checked by the action, never by the form."""
    chosen = [int(number) for number in request.POST.getlist("contributions") if number.isascii() and number.isdigit()]
    supports = bool(request.POST.get("supports"))
    try:
        came = claim_contributions(signed_in(request), find_browser(request), chosen, supports=supports)
    except ClaimRefused as refusal:
        messages.error(request, " ".join(map(str, refusal.messages)))
    else:
        messages.success(request, _what_came(came, supports=supports))
    return HttpResponseRedirect(reverse("my_page"))


def _what_came(number: int, *, supports: bool) -> str:
    if number:
        words = ngettext("%(number)d contribution is yours now.", "%(number)d contributions are yours now.", number)
        return words % {"number": number}
    return _("What you agree with is yours now.") if supports else _("You ticked nothing, so nothing was added.")
