"""What a browser or an account wrote in one dialogue, with what may be done with it: a page of its own, and a part of the dialogue's.

The dialogue's page is kept for everybody and says nothing of it. Where somebody has taken part, this is loaded into it afterwards.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms import clock
from cms.accounts.participants import find_participant, remember
from cms.templatetags.dates import short
from participation.choices import ContributionState
from participation.contributions import rules
from participation.contributions.subjects import place_of, subject_of_page
from participation.models import Contribution
from participation.registry import get_method

AT_MOST = 20
EXCERPT = 200
CHIPS = {
    ContributionState.PENDING: ("amber", "clock"),
    ContributionState.PUBLISHED: ("green", "success"),
    ContributionState.HIDDEN: ("brick", "hidden"),
    ContributionState.WITHDRAWN: ("grey", "concluded"),
}


@require_safe
def own_in(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own in the dialogue of a page, newest first."""
    subject = subject_of_page(pk, request.user)
    if subject is None:
        raise Http404
    participant = find_participant(request)
    rows = Contribution.objects.filter(dialogue=subject.dialogue, participant=participant) if participant else Contribution.objects.none()
    items = [own_item(row) for row in rows.select_related("dialogue", "participant").newest()[:AT_MOST]]
    is_part = request.headers.get("HX-Request") == "true"
    template = "own_part.html" if is_part else "own.html"
    place = place_of(request, subject)
    context = place | {"items": items, "level": 3 if is_part else 2, "breadcrumbs": [*place["steps"], {"label": _("What you wrote here")}]}
    response = render(request, f"participation/contributions/{template}", context)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return remember(request, response)


def own_item(row: Contribution) -> dict[str, Any]:
    """One's own contribution as the component `own_item` shows it."""
    tone, icon = CHIPS[ContributionState(row.state)]
    is_shown = row.state in (ContributionState.PUBLISHED, ContributionState.PENDING)
    return {
        "text": Truncator(row.text).chars(EXCERPT) if is_shown else "",
        "lang": "" if row.language == get_language() else row.language,
        "chip": {"label": row.get_state_display(), "tone": tone, "icon": icon},
        "date": row.received_at,
        "code": row.shown_code,
        "links": list(_links(row)),
    }


def _links(row: Contribution) -> list[dict[str, str]]:
    """Change and withdraw while that may be done, where it stands, and what became of it."""
    at, author = clock.now(), row.participant
    method = get_method(row.method)
    place = method.contribution_url(row) if method else ""
    aloud = _("what you wrote on %(day)s") % {"day": short(row.received_at)}
    known = [
        (rules.can_edit(row, author, at), pgettext("contribution", "Change"), reverse("participation:edit", args=[row.pk])),
        (rules.can_withdraw(row, author, at), pgettext("contribution", "Withdraw"), reverse("participation:withdraw", args=[row.pk])),
        (place, _("Show it in its place"), place),
        (True, _("What became of it"), reverse("participation:receipt_detail", args=[row.shown_code])),
    ]
    return [{"label": label, "url": url, "aloud": aloud} for may, label, url in known if may]
