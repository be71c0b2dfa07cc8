"""Begin to follow: with an account at once, by address after a link in a mail; and ask for the link to one's page."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language

from cms.accounts.models import User
from cms.following.actions import confirm, follow_as, request_follow, request_page_link
from cms.following.followers import can_be_told, follower_of
from cms.following.forms import AddressFollowForm, AddressForm, ConfirmForm, PaceForm
from cms.following.links import LinkRefused, page_link, request_of
from cms.following.models import REQUEST_LIVES, Follow, Follower
from cms.following.private_views import FormView
from cms.following.stories import thing_for
from cms.following.succession import follows_of_same, succession
from cms.http.public_forms import PublicForm
from cms.refusals import ActionRefused

SENT = "skickat"


class FollowView(FormView):
    """`/_/folj/<kind>/<number>/`."""

    template = "cms_following/follow.html"
    form_class = AddressFollowForm
    asks_for_whom = True
    may_change_sender = True

    def find(self, **kwargs: Any) -> None:
        self.kind, self.number = kwargs["kind"], kwargs["object_id"]
        person = self.request.user if self.account else None
        thing = thing_for(self.kind, self.number, person, get_language() or "")
        if thing is None:
            raise Http404
        self.thing = thing

    @cached_property
    def account(self) -> User | None:
        """The account that follows, if its address is confirmed; else one follows by address."""
        user = self.request.user
        return user if user.is_authenticated and can_be_told(Follower(user=user)) else None

    @cached_property
    def follow(self) -> Follow | None:
        follower = follower_of(self.account) if self.account else None
        return next(iter(follows_of_same(follower, (self.kind, self.number))), None) if follower else None

    def make_form(self, *args: Any) -> PublicForm:
        initial = {"pace": self.follow.pace} if self.follow else {}
        if not self.account and self.request.user.is_authenticated:
            initial["address"] = self.request.user.email
        return (PaceForm if self.account else AddressFollowForm)(*args, initial=initial)

    def context(self) -> dict[str, Any]:
        feed = reverse("following:feed", args=[self.kind, self.number]) if thing_for(self.kind, self.number, None, "sv") else ""
        return {"thing": self.thing, "account": self.account, "follow": self.follow, "feed_url": feed, "is_new": "ny" in self.request.GET}

    def show(self, status: int = 200) -> HttpResponse:
        now = succession().now((self.kind, self.number))
        if len(now) == 1 and now != [(self.kind, self.number)] and self.request.method == "GET":
            return redirect("following:follow", *now[0])
        if SENT in self.request.GET and not self.account:
            context = {
                "back_url": self.thing.url,
                "back_label": self.thing.title,
                "days": REQUEST_LIVES.days,
                "again_url": self.request.path,
            }
            return self.render(context, status, "cms_following/sent.html")
        return super().show(status)

    def done(self, form: Any) -> HttpResponse:
        given, language = form.cleaned_data, get_language() or ""
        if self.account:
            follow_as(self.account, self.kind, self.number, given["pace"], language)
            return redirect(f"{self.request.path}?ny")
        request_follow(
            address=given["address"],
            kind=self.kind,
            object_id=self.number,
            pace=given["pace"],
            language=language,
            form_key=given["key"],
        )
        return redirect(f"{self.request.path}?{SENT}")


class ConfirmView(FormView):
    """`/_/folj/bekrafta/<token>/`: one button. Opening the page changes nothing."""

    template = "cms_following/confirm.html"
    hides_url = True
    form_class = ConfirmForm

    def find(self, **kwargs: Any) -> None:
        self.asked = request_of(kwargs["token"])
        thing = thing_for(self.asked.kind, self.asked.object_id or 0, None, get_language() or "")
        if thing is None:
            raise LinkRefused(410)
        self.thing = thing

    def context(self) -> dict[str, Any]:
        return {"thing": self.thing, "pace": self.asked.get_pace_display(), "is_used": self.asked.confirmed_at is not None}

    def done(self, form: Any) -> HttpResponse:
        first = self.asked.confirmed_at is None
        try:
            follow = confirm(self.asked)
        except ActionRefused as refused:
            raise LinkRefused(410) from refused
        context = {"thing": self.thing, "follow": follow, "page_url": page_link(follow.follower) if first else ""}
        return self.render(context, template="cms_following/confirmed.html")


class SendLinkView(FormView):
    """`/_/folj/`: have the link to one's page sent."""

    template = "cms_following/send_link.html"
    form_class = AddressForm

    def show(self, status: int = 200) -> HttpResponse:
        if SENT in self.request.GET:
            return self.render({"days": 0, "again_url": self.request.path}, status, "cms_following/sent.html")
        return super().show(status)

    def done(self, form: Any) -> HttpResponse:
        given = form.cleaned_data
        request_page_link(address=given["address"], language=get_language() or "", form_key=given["key"])
        return redirect(f"{self.request.path}?{SENT}")
