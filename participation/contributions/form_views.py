"""The page of a form by which somebody takes part: private, never cached, and it never loses what was written.

By itself it is a whole page; htmx gets only the form, to stand in the page of the dialogue, beside other forms that are open there.
"""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View
from django_htmx.http import HttpResponseClientRedirect

from cms.accounts.models import Participant
from cms.accounts.participants import ensure_participant, find_participant, remember
from cms.http import rate_limits
from cms.http.asking_again import asked_for_office
from cms.http.csrf import token_problem, token_words
from cms.http.opened_for import is_about_this
from cms.http.public_forms import PublicForm, ids_in_part
from cms.pages.breadcrumbs import home_step
from participation.contributions.actions import AlreadySent, ContributionRefused
from participation.models import Contribution


# The check is made in `post`, so that a form whose token is too old comes back with its text.
@method_decorator(csrf_exempt, name="dispatch")
class TakingPartView(View, ABC):
    """Show a form; on POST check it, and act or show it again with what is wrong.

    A subclass states `form_class`, `fragment` (the template of the form, with its heading), `limit` (a name in
    GENSVAR_LIMITS, per participant) and `act`; `address_limit` is for all of a network, `newcomer_limit` for those in it without a past;
    `find` looks up what it is about, or raises Http404 (`cms.http.opened_for.Gone` says what became of it).
    `may_change_sender` says whether a form that was opened for somebody may be sent as who is there now: not where a person counts once.
    """

    form_class: ClassVar[type[PublicForm]]
    fragment: ClassVar[str]
    limit: ClassVar[str]
    address_limit: ClassVar[str] = ""
    newcomer_limit: ClassVar[str] = ""
    may_change_sender: ClassVar[bool] = True
    page_template: ClassVar[str] = "participation/contributions/form_page.html"
    part_template: ClassVar[str] = "participation/contributions/form_part.html"

    # To be stated

    def find(self, **kwargs: Any) -> None:
        """Look up what the form is about."""

    @abstractmethod
    def act(self, form: Any) -> HttpResponse:
        """Carry out what the form asks, and answer. Raises ContributionRefused."""

    @property
    def office(self) -> int:
        """The administration for which the form lets somebody act; 0 where all act for themselves."""
        return 0

    @property
    def claims_office(self) -> bool:
        """Whether what was sent says that somebody acts for an administration."""
        return False

    def get_context(self) -> dict[str, Any]:
        """Variables of the fragment: `title`, `return_url` and its own."""
        return {}

    def form_initial(self) -> dict[str, Any]:
        """What the form holds at first."""
        return {}

    def form_extras(self) -> dict[str, Any]:
        """Further arguments of the form."""
        return {}

    # Answers

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.find(**kwargs)
        except Http404:
            if (receipt_url := self.receipt_of_first_time()) is None:
                raise
            return self.go(receipt_url)
        is_about_this(request, self.office)
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return remember(request, response)  # type: ignore[arg-type]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.show(self.new_form())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if (asked := asked_for_office(request, self.office, is_claimed=self.claims_office)) is not None:
            return asked
        form = self.form_class(request.POST, auto_id=self.auto_id, **self.form_extras())
        if token_problem(request):
            return self.refuse(form, 403, token_words(request))
        if not form.is_valid():
            return self.refuse(form, 422)
        if self.is_too_much():
            return self.pause(form)
        try:
            return self.act(form)
        except ContributionRefused as refusal:
            return self.refuse(form, 409, *map(str, refusal.messages), new_key=isinstance(refusal, AlreadySent))

    def new_form(self) -> PublicForm:
        """The form as nobody has written in it yet."""
        return self.form_class(initial=self.form_initial(), auto_id=self.auto_id, **self.form_extras())

    def refuse(self, form: PublicForm, status: int, *messages: str, new_key: bool = False) -> HttpResponse:
        """Show the form again: nothing was stored, and everything written is still there."""
        for message in messages:
            form.add_error(None, message)
        form.show_again(new_key=new_key)
        return self.show(form, status)

    def pause(self, form: PublicForm) -> HttpResponse:
        """The answer to too much at once: when to try again."""
        seconds = rate_limits.seconds_of(self.limit)
        minutes = max(seconds // 60, 1)
        words = ngettext(
            "So much has been sent from here in a short time that we have to pause. Try again in %(minutes)d minute.",
            "So much has been sent from here in a short time that we have to pause. Try again in %(minutes)d minutes.",
            minutes,
        )
        response = self.refuse(form, 429, words % {"minutes": minutes})
        response.headers["Retry-After"] = str(seconds)
        return response

    def show(self, form: PublicForm | None, status: int = 200, **told: Any) -> HttpResponse:
        """The page, or for htmx only the form; what is `told` goes before its context."""
        alone = not self.is_htmx
        context = {
            "form": form,
            "fragment": self.fragment,
            "alone": alone,
            "level": 1 if alone else 3,
            "action": self.request.path,
            "participant": self.participant,
        } | self.get_context()
        context |= told
        context.setdefault("breadcrumbs", [home_step(), {"label": context.get("title", "")}])
        return render(self.request, self.page_template if alone else self.part_template, context, status=status)

    def go(self, url: str) -> HttpResponse:
        """Redirect to another page, also when htmx asked."""
        return HttpResponseClientRedirect(url) if self.is_htmx else HttpResponseRedirect(url)

    def receipt_of_first_time(self) -> str | None:
        """Where the receipt stands of what this form gave when it was sent before; what it was about may be gone since."""
        key = self.form_class.base_fields["key"]
        try:
            number = key.clean(self.request.POST.get("key"))
        except ValidationError:
            return None
        known = Contribution.objects.filter(idempotency_key=number, participant=self.participant).first() if self.participant else None
        return reverse("participation:receipt_detail", args=[known.shown_code]) if known else None

    # Who asks

    @property
    def auto_id(self) -> str:
        """The ids of its fields."""
        return ids_in_part(self.request.path) if self.is_htmx else "id_%s"

    @property
    def is_htmx(self) -> bool:
        return bool(self.request.htmx)  # type: ignore[attr-defined]

    @cached_property
    def participant(self) -> Participant | None:
        return find_participant(self.request)

    def ensure_participant(self, form: PublicForm) -> Participant:
        """The participant, made now for somebody who takes part for the first time."""
        if self.participant is None:
            self.participant = ensure_participant(self.request, form.cleaned_data["key"])
        return self.participant

    def is_too_much(self) -> bool:
        """Count this attempt and say whether it is one too many: of the participant, or for newcomers of the network that they share."""
        if self.address_limit and not rate_limits.network_is_allowed(self.address_limit, self.request):
            return True
        if self.participant is not None:
            return not rate_limits.is_allowed(self.limit, f"participant:{self.participant.pk}")
        return not self.address_limit and not rate_limits.network_is_allowed(self.newcomer_limit or self.limit, self.request)
