"""The page on how one takes part, and the link to it at the foot of every page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.context import identity_of
from cms.pages.breadcrumbs import breadcrumbs_to
from participation.taking_part.languages import OTHERS, SWEDISH, Instruction, instructions


def taking_part(request: HttpRequest) -> HttpResponse:
    """How one takes part, in each language, with an address of its own within the page."""
    shown = instructions(get_language() or SWEDISH.code)
    identity = identity_of(request)
    context = {
        "instructions": shown,
        "first": shown[0],
        "swedish": SWEDISH,
        "contact": {"phone": identity.contact_phone, "email": identity.contact_email},
        "breadcrumbs": breadcrumbs_to({"label": _("How to take part")}),
    }
    return render(request, "participation/taking_part/page.html", context)


def _label() -> SafeString:
    here = get_language()
    names = format_html_join(", ", '<bdi lang="{}">{}</bdi>', [(instruction.code, instruction.name) for instruction in _others(here)])
    return format_html("{}: {}", _("How to take part"), names)


def _others(here: str | None) -> list[Instruction]:
    return [instruction for instruction in (SWEDISH, *OTHERS) if instruction.code != here]


named_in_each_language = lazy(_label, SafeString)
"""The words of the link to the page, for whoever does not read the language of the page: "Så här deltar du: English, العربية ..."."""
