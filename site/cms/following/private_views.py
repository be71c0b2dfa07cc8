"""What the pages of following share: private, uncached, and nothing changes but by a POST from a page of ours."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from cms.following.links import LinkRefused
from cms.http import rate_limits
from cms.http.csrf import token_problem, token_words
from cms.http.opened_for import is_about_this
from cms.http.public_forms import PublicForm


# The token is checked in `post`, so that a form whose token is too old comes back with what was written.
@method_decorator(csrf_exempt, name="dispatch")
class PrivateView(View, ABC):
    """A subclass states `template`, `find` (raises Http404 or LinkRefused), `show` and `act`."""

    template: ClassVar[str]
    hides_url: ClassVar[bool] = True
    """The address is the key: it is told to nobody."""
    needs_token: ClassVar[bool] = True
    asks_for_whom: ClassVar[bool] = False
    """Whoever holds the link may do it, signed in or not."""

    def find(self, **kwargs: Any) -> None:
        """Look up what the page is about."""

    @abstractmethod
    def show(self, status: int = 200) -> HttpResponse:
        """The page as it is before anything is sent."""

    @abstractmethod
    def act(self) -> HttpResponse:
        """What was sent."""

    def old_form(self) -> HttpResponse:
        """The form was open for too long."""
        return self.show(403)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.find(**kwargs)
            is_about_this(request)
            response = super().dispatch(request, *args, **kwargs)
        except LinkRefused as refused:
            response = render(request, "cms_following/link_refused.html", {"was_valid": refused.status == 410}, status=refused.status)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        if self.hides_url:
            response.headers["Referrer-Policy"] = "no-referrer"
        return response  # type: ignore[return-value]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.show()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if self.needs_token and token_problem(request, hides_url=self.hides_url):
            return self.old_form()
        return self.act()

    def render(self, context: dict[str, Any], status: int = 200, template: str = "") -> HttpResponse:
        """A page of following."""
        return render(self.request, template or self.template, context, status=status)


class FormView(PrivateView):
    """A page with one form, limited by network (`limit`)."""

    hides_url = False
    form_class: ClassVar[type[PublicForm]]
    limit: ClassVar[str] = "follow"

    @abstractmethod
    def done(self, form: Any) -> HttpResponse:
        """The form is in order: do it, and answer."""

    def context(self) -> dict[str, Any]:
        """Variables of the page beside the form."""
        return {}

    def show(self, status: int = 200) -> HttpResponse:
        return self.show_form(self.make_form(), status)

    def make_form(self, *args: Any) -> PublicForm:
        """The form, empty or with what was sent."""
        return self.form_class(*args)

    def show_form(self, form: PublicForm, status: int = 200) -> HttpResponse:
        return self.render({"form": form, **self.context()}, status)

    def act(self) -> HttpResponse:
        form = self.make_form(self.request.POST)
        if not form.is_valid():
            return self.refuse(form, 422)
        if not rate_limits.network_is_allowed(self.limit, self.request):
            return self.pause(form)
        return self.done(form)

    def old_form(self) -> HttpResponse:
        return self.refuse(self.make_form(self.request.POST), 403, token_words(self.request))

    def refuse(self, form: PublicForm, status: int, *messages: str) -> HttpResponse:
        """Show the form again with what is wrong; what was written stays."""
        for message in messages:
            form.add_error(None, message)
        form.show_again()
        return self.show_form(form, status)

    def pause(self, form: PublicForm) -> HttpResponse:
        """Too much from here: say when to try again."""
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
