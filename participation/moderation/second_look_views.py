"""The form in which an author asks for a second look."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from participation.contributions.form_notes import notes_beside
from participation.contributions.forms import SecondLookAskForm
from participation.contributions.views import ContributionFormView
from participation.moderation.actions.second_looks import ask_for_second_look
from participation.moderation.rules import can_ask_again


class SecondLookView(ContributionFormView):
    """Ask, once, for another person to look again at what was hidden."""

    form_class = SecondLookAskForm
    may_change_sender = False
    fragment = "participation/contributions/second_look.html"
    limit = "report"

    def find(self, **kwargs: Any) -> None:
        super().find(**kwargs)
        if not self.is_author:
            raise Http404

    @property
    def title(self) -> str:
        return _("Ask for another person to look again")

    def get_context(self) -> dict[str, Any]:
        permission = can_ask_again(self.contribution, self.participant)
        return super().get_context() | {
            "permission": permission,
            "rules_url": notes_beside(self.request, self.contribution.dialogue).rules_url,
        }

    def act(self, form: SecondLookAskForm) -> HttpResponse:
        ask_for_second_look(self.contribution, self.participant, form.cleaned_data["words"])
        return self.go(f"{self.receipt_url}?sparat=granskas")
