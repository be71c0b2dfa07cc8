from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms import clock
from gensvar_petition.forms import SignForm
from gensvar_petition.models import PetitionPage
from participation.api import (
    TakingPartView,
    breadcrumbs_at,
    may_do,
    notes_beside,
    place_of,
    receive,
    sections_on,
    subject_of_page,
    subject_of_thing,
)


class SignView(TakingPartView):
    """Sign a petition that the reader may see."""

    form_class = SignForm
    fragment = "gensvar_petition/sign.html"
    limit = "contribute"
    address_limit = "contribute_address"

    def find(self, **kwargs: Any) -> None:
        found = subject_of_page(kwargs["pk"], self.request.user)
        if found is None or not isinstance(found.activity, PetitionPage):
            raise Http404
        self.subject = found

    def form_extras(self) -> dict[str, Any]:
        return {"account": self.request.user if self.request.user.is_authenticated else None}

    def get_context(self) -> dict[str, Any]:
        place = place_of(self.request, self.subject)
        title = _("Sign the petition")
        return place | {
            "title": title,
            "breadcrumbs": breadcrumbs_at(place, title),
            "return_url": place["place"]["url"],
            "permission": may_do(self.subject.dialogue, "petition.sign", clock.now(), self.subject.activity),
            "notes": notes_beside(self.request, self.subject.dialogue),
        }

    def act(self, form: SignForm) -> HttpResponse:
        given = form.cleaned_data
        contribution = receive(
            form.how_to_tell(),
            dialogue=self.subject.dialogue,
            subject=self.subject,
            method="petition",
            verb="sign",
            text=given["text"],
            author_name=given["author_name"],
            participant=self.ensure_participant(form),
            language=get_language() or "",
            idempotency_key=given["key"],
        )
        return self.go(reverse("participation:receipt_detail", args=[contribution.shown_code]))


@require_safe
def point(request: HttpRequest, pk: int) -> HttpResponse:
    """One point of a petition, with what people say about it."""
    subject = subject_of_thing("gensvar_petition.point", pk, request.user)
    if subject is None:
        raise Http404
    place = place_of(request, subject)
    context = place | {"title": place["place"]["label"], "breadcrumbs": place["steps"], "sections": sections_on(request, subject)}
    return render(request, "gensvar_petition/point.html", context)
