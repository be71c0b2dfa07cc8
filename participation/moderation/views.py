"""The public page about moderation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cms.pages.breadcrumbs import breadcrumbs_to
from participation.moderation.page_view import moderation_context


def moderation(request: HttpRequest) -> HttpResponse:
    """How what people write is moderated: the rules, and figures."""
    context = {"breadcrumbs": breadcrumbs_to({"label": _("How we moderate")}), **moderation_context(request)}
    return render(request, "participation/moderation/page.html", context)
