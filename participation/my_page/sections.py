"""Sections of one's own page: what waits to be claimed, what one wrote, what one agrees with."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.participants import find_browser
from cms.accounts.personal_data import Person
from cms.templatetags.dates import short
from participation.choices import ContributionState
from participation.contributions import rules
from participation.contributions.own_views import CHIPS, EXCERPT
from participation.dialogues.links import dialogue_link
from participation.dialogues.queries import visible_dialogues
from participation.models import Contribution, Support
from participation.my_page.claims import Claimable, claimable_by
from participation.my_page.forms import ClaimForm
from participation.receipts.progress import Receipt

ON_PAGE = 10


def claims_context(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """What this browser sent before somebody logged in."""
    offered = offered_to(request, person)
    if not offered:
        return None
    return {"form": ClaimForm(offered=offered), "action": reverse("participation:claim"), "number": offered.contributions.count()}


def offered_to(request: HttpRequest, person: Person) -> Claimable | None:
    """What the one who asks may claim."""
    return claimable_by(person.user, find_browser(request)) if person.user is not None else None


def contributions_context(request: HttpRequest, person: Person) -> dict[str, Any]:
    """What the person wrote, newest first, each with how far it has come."""
    rows = Contribution.objects.filter(participant=person.participant) if person.participant else Contribution.objects.none()
    page = Paginator(rows.select_related("dialogue__locale", "official_administration").newest(), ON_PAGE).get_page(request.GET.get("sida"))
    return {"items": [_written(request, row, person) for row in page], "page": page}


def supports_context(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """What the person agrees with."""
    rows = Support.objects.filter(participant=person.participant) if person.participant else Support.objects.none()
    rows = rows.filter(contribution__dialogue__in=visible_dialogues(request.user)).select_related("contribution__dialogue__locale")
    page = Paginator(rows.order_by("-given_at", "-pk"), ON_PAGE).get_page(request.GET.get("stod"))
    return {"items": [_supported(request, row, person) for row in page], "page": page}


def _written(request: HttpRequest, row: Contribution, person: Person) -> dict[str, Any]:
    told = Receipt(row, clock.now(), request.user, person.participant)
    tone, icon = CHIPS[ContributionState(row.state)]
    url = reverse("participation:receipt_detail", args=[row.shown_code])
    return {
        **_belongs_to(request, row, shown=told.dialogue_is_visible),
        **_words(row, shown=told.shows_text),
        "chip": {"label": row.get_state_display(), "tone": tone, "icon": icon},
        "date": row.received_at,
        "code": row.shown_code,
        "stations": told.stations,
        "links": [{"label": _("What became of it"), "url": url, "aloud": row.shown_code}],
    }


def _supported(request: HttpRequest, row: Support, person: Person) -> dict[str, Any]:
    given = row.contribution
    links = []
    if rules.can_support(given, person.participant, clock.now()):
        url = reverse("participation:support", args=[given.pk])
        links.append({"label": _("Take back"), "url": url, "aloud": _("your support of %(day)s") % {"day": short(row.given_at)}})
    shown = given.state == ContributionState.PUBLISHED
    return {**_belongs_to(request, given, shown=True), **_words(given, shown=shown), "date": row.given_at, "links": links}


def _belongs_to(request: HttpRequest, row: Contribution, *, shown: bool) -> dict[str, str]:
    if not shown:
        return {}
    link = dialogue_link(request, row.dialogue)
    return {"title": link["dialogue_title"], "title_lang": link["dialogue_lang"], "url": link["dialogue_url"]}


def _words(row: Contribution, *, shown: bool) -> dict[str, str]:
    if not shown:
        return {"text": _("The text is not shown here.")}
    return {"text": Truncator(row.text).chars(EXCERPT), "lang": "" if row.language == get_language() else row.language}
