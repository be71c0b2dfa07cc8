from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms import clock
from cms.visibility import is_visible
from gensvar_petition.forms import SignForm
from gensvar_petition.models import PetitionPage
from participation.api import TakingPartView, may_do, notes_beside, post_contribution


class SignView(TakingPartView):
    """Sign a petition that the reader may see."""

    form_class = SignForm
    fragment = "gensvar_petition/sign.html"
    limit = "contribute"
    address_limit = "contribute_address"

    def find(self, **kwargs: Any) -> None:
        self.petition = get_object_or_404(PetitionPage, pk=kwargs["pk"])
        self.dialogue = self.petition.dialogue
        if not (is_visible(self.petition, self.request.user) and is_visible(self.dialogue, self.request.user)):
            raise Http404

    def get_context(self) -> dict[str, Any]:
        return {
            "title": _("Sign the petition"),
            "return_url": self.petition.get_url(self.request),
            "permission": may_do(self.dialogue, "petition.sign", clock.now()),
            "notes": notes_beside(self.request, self.dialogue),
        }

    def act(self, form: SignForm) -> HttpResponse:
        given = form.cleaned_data
        contribution = post_contribution(
            dialogue=self.dialogue,
            activity=self.petition.canonical,
            method="petition",
            verb="sign",
            text=given["text"],
            author_name=given["author_name"],
            participant=self.ensure_participant(form),
            language=get_language() or "",
            idempotency_key=given["key"],
        )
        return self.go(reverse("participation:receipt_detail", args=[contribution.shown_code]))
