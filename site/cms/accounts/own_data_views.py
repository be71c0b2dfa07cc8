"""One's own page, a copy of everything the site holds about one, and erasing it; with an account, or with only a browser.

Nothing here takes a number or a name: whoever asks gets their own, made in the answer and kept by nobody.
"""

from typing import Any, ClassVar

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import View

from cms.accounts.erasure import ErasureRefused, erase_person, options_for, reasons_against
from cms.accounts.export import as_json, as_readable
from cms.accounts.my_page import rendered_sections
from cms.accounts.own_data_forms import EraseForm
from cms.accounts.participants import forget
from cms.accounts.personal_data import Person, PersonalData, person_of, personal_data
from cms.http import rate_limits

FILE_NAME = {"sv": "mina-uppgifter", "en": "my-data"}


@method_decorator(never_cache, name="dispatch")
class OwnView(View):
    """A page about whoever asks."""

    template: ClassVar[str]
    is_account: ClassVar[bool] = False
    account_page: ClassVar[str] = "my_page"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not self.is_account:
            return HttpResponseRedirect(reverse(self.account_page))
        response = super().dispatch(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    @cached_property
    def person(self) -> Person:
        return person_of(self.request)

    def show(self, template: str = "", status: int = 200, **context: Any) -> HttpResponse:
        """The page, with the addresses of the others."""
        known = {"person": self.person, "is_account": self.is_account, **self._urls()}
        return render(self.request, template or self.template, known | context, status=status)

    def _urls(self) -> dict[str, str]:
        names = ("my_page", "own_data", "erase") if self.is_account else ("guest_page", "guest_data", "guest_erase")
        return dict(zip(("page_url", "data_url", "erase_url"), map(reverse, names), strict=True))


class GuestPage(OwnView):
    """What this browser has given, without an account."""

    template = "cms/own_data/my_page.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(sections=rendered_sections(request, self.person))


class GuestExport(OwnView):
    """What an export holds, and on POST the export itself."""

    template = "cms/own_data/export.html"
    account_page = "own_data"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show()

    def post(self, request: HttpRequest) -> HttpResponseBase:
        if not self._may_have_one():
            response = self.show(
                status=429, error=_("So many copies have been made in a short time that we have to pause. Try again later.")
            )
            response.headers["Retry-After"] = str(rate_limits.seconds_of("own_data"))
            return response
        if request.POST.get("format") == "json":
            return self._download()
        return self.show("cms/own_data/readable.html", sections=as_readable(self.person))

    def _may_have_one(self) -> bool:
        user, participant = self.person.user, self.person.participant
        if user is not None:
            return rate_limits.is_allowed("own_data", f"user:{user.pk}")
        if participant is not None:
            return rate_limits.is_allowed("own_data", f"participant:{participant.pk}")
        return rate_limits.network_is_allowed("own_data", self.request)

    def _download(self) -> StreamingHttpResponse:
        language = get_language() or "sv"
        response = StreamingHttpResponse(as_json(self.person, language), content_type="application/json; charset=utf-8")
        response.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME.get(language, "data")}.json"'
        return response


class GuestErase(OwnView):
    """What is erased and what the law keeps; on POST it is done."""

    template = "cms/own_data/erase.html"
    account_page = "erase"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(EraseForm(offered=options_for(self.person)))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = EraseForm(request.POST, offered=options_for(self.person))
        if not form.is_valid():
            return self._show(form, 422)
        try:
            erase_person(self.person, form.cleaned_data.get("options", ()))
        except ErasureRefused as refusal:
            for message in refusal.messages:
                form.add_error(None, str(message))
            return self._show(form, 409)
        logout(request)
        return forget(HttpResponseRedirect(reverse("erased")))

    def _show(self, form: EraseForm, status: int = 200) -> HttpResponse:
        return self.show(status=status, form=form, entries=self._entries(), reasons=reasons_against(self.person))

    def _entries(self) -> list[PersonalData]:
        return [entry for entry in personal_data if entry.concerns(self.person)]


@method_decorator(login_required, name="dispatch")
class MyPage(GuestPage):
    """What an account has given, follows and is."""

    is_account = True


@method_decorator([login_required, reauthentication_required], name="dispatch")
class Export(GuestExport):
    """An account's own data to read or take away, for whoever has just proved that it is theirs."""

    is_account = True


@method_decorator([login_required, reauthentication_required], name="dispatch")
class Erase(GuestErase):
    """The erasure of an account, for whoever has just proved that it is theirs."""

    is_account = True


@never_cache
def erased(request: HttpRequest) -> HttpResponse:
    """The page that says that the erasure is done."""
    return render(request, "cms/own_data/erased.html")
