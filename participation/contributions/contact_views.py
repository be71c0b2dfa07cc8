"""The page of the link that confirms an address: it shows one button. A scanner that opens the link changes nothing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.visibility import is_visible
from participation.contributions.contacts import confirm_contact, contact_of
from participation.contributions.form_views import TakingPartView
from participation.contributions.forms import ConfirmForm
from participation.dialogues.links import breadcrumbs_below, dialogue_link


class ConfirmContactView(TakingPartView):
    """Be told by mail what becomes of what one wrote."""

    form_class = ConfirmForm
    asks_for_whom = False
    fragment = "participation/contributions/confirm_contact.html"
    limit = "support"
    newcomer_limit = "support_address"

    def find(self, **kwargs: Any) -> None:
        self.contact = contact_of(kwargs["token"])

    @property
    def title(self) -> str:
        if self.contact is None:
            return _("The link does not work")
        return _("You will be told") if self.is_confirmed else _("Be told what becomes of it?")

    @property
    def is_confirmed(self) -> bool:
        return self.contact is not None and self.contact.confirmed_at is not None and self.contact.declined_at is None

    def get_context(self) -> dict[str, Any]:
        known: dict[str, Any] = {"title": self.title, "contact": self.contact, "is_confirmed": self.is_confirmed, "return_url": "/"}
        if self.contact is None:
            return known
        contribution = self.contact.contribution
        known["return_url"] = known["receipt_url"] = reverse("participation:receipt_detail", args=[contribution.shown_code])
        known["code"] = contribution.shown_code
        if not is_visible(contribution.dialogue, self.request.user):
            return known
        link = dialogue_link(self.request, contribution.dialogue)
        return known | link | {"breadcrumbs": breadcrumbs_below(link, self.title)}

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        response = super().get(request, **kwargs)
        response.status_code = 200 if self.contact else 404
        return response

    def act(self, form: ConfirmForm) -> HttpResponse:
        if self.contact is None:
            return self.show(form, 404)
        confirm_contact(self.contact)
        return self.go(self.request.path)
