"""What can be done with one contribution: agree, report, change, withdraw. What becomes of it stands in `receipts`."""

from abc import abstractmethod
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.models import Participant
from cms.accounts.participants import find_browser
from cms.visibility import is_visible
from participation.choices import ContributionState
from participation.contributions import rules
from participation.contributions.actions import (
    edit_contribution,
    give_support,
    move_support,
    report_contribution,
    take_back_support,
    withdraw_contribution,
)
from participation.contributions.form_notes import notes_beside
from participation.contributions.form_views import TakingPartView
from participation.contributions.forms import ConfirmForm, ReportForm, SupportForm, WordsForm
from participation.contributions.gone import gone_contribution
from participation.dialogues.links import breadcrumbs_below, dialogue_link
from participation.models import Contribution
from participation.registry import get_method


class ContributionFormView(TakingPartView):
    """A form about one contribution of a dialogue that the reader may see."""

    def find(self, **kwargs: Any) -> None:
        rows = Contribution.objects.select_related("dialogue__locale", "official_administration")
        contribution = rows.filter(pk=kwargs["pk"]).first()
        if contribution is None:
            raise gone_contribution(None, self.request.user)
        self.contribution = contribution
        waits = self.contribution.state == ContributionState.PENDING
        if (waits and not self.is_author) or not (self.is_author or is_visible(self.contribution.dialogue, self.request.user)):
            raise gone_contribution(contribution, self.request.user)

    @property
    @abstractmethod
    def title(self) -> str:
        """The heading."""

    @property
    def is_author(self) -> bool:
        return self.participant is not None and self.contribution.participant_id == self.participant.pk

    @property
    def shows_text(self) -> bool:
        """Whether the text is shown: never a hidden or withdrawn one; what waits for review, to its writer (`find` lets nobody else in)."""
        return self.contribution.state in (ContributionState.PUBLISHED, ContributionState.PENDING)

    @property
    def return_url(self) -> str:
        """Back to the contribution in its place; else to the dialogue."""
        method = get_method(self.contribution.method)
        place = method.contribution_url(self.contribution) if method else ""
        return place or self.contribution.dialogue.get_url(self.request) or "/"

    @property
    def receipt_url(self) -> str:
        return reverse("participation:receipt_detail", args=[self.contribution.shown_code])

    def get_context(self) -> dict[str, Any]:
        language = self.contribution.language
        link = dialogue_link(self.request, self.contribution.dialogue)
        return link | {
            "breadcrumbs": breadcrumbs_below(link, self.title),
            "title": self.title,
            "contribution": self.contribution,
            "lang": "" if language == get_language() else language,
            "shows_text": self.shows_text,
            "return_url": self.return_url,
            "receipt_url": self.receipt_url if self.is_author else "",
            "dialogue": self.contribution.dialogue,
        }


class SupportView(ContributionFormView):
    """Agree with a contribution; see that one does, and take it back.

    In the page of the dialogue the answer stands where the link stood, and a press is enough: what htmx gets sends itself, with its token.
    """

    form_class = SupportForm
    may_change_sender = False
    fragment = "participation/contributions/support.html"
    part_template = "participation/contributions/support_part.html"
    limit = "support"
    newcomer_limit = "support_address"

    @property
    def title(self) -> str:
        return _("You agree with this") if self.has_supported else _("Do you agree?")

    @property
    def has_supported(self) -> bool:
        return self.participant is not None and self.contribution.supporters.filter(participant=self.participant).exists()

    @property
    def asks_who(self) -> bool:
        """Whether this browser agreed before somebody logged in, who does not agree yet."""
        return (
            self.browser is not None and not self.has_supported and self.contribution.supporters.filter(participant=self.browser).exists()
        )

    @cached_property
    def browser(self) -> Participant | None:
        return find_browser(self.request) if self.request.user.is_authenticated else None

    def form_initial(self) -> dict[str, Any]:
        return {"take_back": "1" if self.has_supported else ""}

    def form_extras(self) -> dict[str, Any]:
        return {"asks_who": self.asks_who}

    def get_context(self) -> dict[str, Any]:
        self.contribution.refresh_from_db(fields=["support_count", "state"])
        permission = rules.can_support(self.contribution, self.participant, clock.now())
        return super().get_context() | {
            "permission": permission,
            "has_supported": self.has_supported,
            "asks_who": self.asks_who,
            "is_pressed": self.request.method == "GET",
        }

    def act(self, form: SupportForm) -> HttpResponse:
        participant = self.ensure_participant(form)
        if form.cleaned_data["take_back"]:
            take_back_support(self.contribution, participant)
        elif self.browser is not None and form.cleaned_data.get("browser") == SupportForm.MINE:
            move_support(self.contribution, self.browser, participant)
        else:
            give_support(self.contribution, participant)
        return self.show(self.new_form()) if self.is_htmx else self.go(self.request.path)


class ReportView(ContributionFormView):
    """Report a contribution to those who review."""

    form_class = ReportForm
    fragment = "participation/contributions/report.html"
    limit = "report"
    newcomer_limit = "report_address"

    @property
    def title(self) -> str:
        return _("Thank you for telling us") if self.has_reported else _("Report a comment")

    @property
    def has_reported(self) -> bool:
        return self.participant is not None and self.contribution.reports.filter(participant=self.participant).exists()

    def get_context(self) -> dict[str, Any]:
        is_published = self.contribution.state == ContributionState.PUBLISHED
        rules_url = notes_beside(self.request, self.contribution.dialogue).rules_url
        return super().get_context() | {"has_reported": self.has_reported, "is_published": is_published, "rules_url": rules_url}

    def act(self, form: ReportForm) -> HttpResponse:
        given = form.cleaned_data
        report_contribution(self.contribution, self.ensure_participant(form), given["reason"], given["details"])
        return self.show(None) if self.is_htmx else self.go(self.request.path)


class EditView(ContributionFormView):
    """Change what one wrote, for a while."""

    form_class = WordsForm
    may_change_sender = False
    fragment = "participation/contributions/edit.html"
    limit = "contribute"

    @property
    def title(self) -> str:
        return _("Change what you wrote")

    def form_initial(self) -> dict[str, Any]:
        if not (self.is_author and self.shows_text):
            return {}
        return {"text": self.contribution.text, "author_name": self.contribution.shown_name}

    def get_context(self) -> dict[str, Any]:
        permission = rules.can_edit(self.contribution, self.participant, clock.now())
        notes = notes_beside(self.request, self.contribution.dialogue)
        return super().get_context() | {"permission": permission, "notes": notes}

    def act(self, form: WordsForm) -> HttpResponse:
        edit_contribution(self.contribution, self.participant, form.cleaned_data["text"], form.cleaned_data["author_name"])
        return self.go(f"{self.receipt_url}?sparat=andrat")


class WithdrawView(ContributionFormView):
    """Take back what one wrote."""

    form_class = ConfirmForm
    may_change_sender = False
    fragment = "participation/contributions/withdraw.html"
    limit = "support"

    @property
    def title(self) -> str:
        return _("Withdraw what you wrote?")

    def get_context(self) -> dict[str, Any]:
        permission = rules.can_withdraw(self.contribution, self.participant, clock.now())
        return super().get_context() | {"permission": permission}

    def act(self, form: ConfirmForm) -> HttpResponse:
        withdraw_contribution(self.contribution, self.participant)
        return self.go(f"{self.receipt_url}?sparat=tillbaka")
