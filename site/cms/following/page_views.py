"""One page that shows and changes everything somebody follows: by a signed link, or with an account."""

from typing import Any

from django.contrib.auth.mixins import AccessMixin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from cms.following import actions
from cms.following.followers import follower_of
from cms.following.forms import FollowsForm
from cms.following.links import follower_of_page, page_link, undo_token, undone
from cms.following.models import Follow, Follower
from cms.following.private_views import PrivateView
from cms.following.stories import thing_for
from cms.following.succession import one_of_each
from cms.http.csrf import token_words
from cms.people import signed_in

LEAVE_ALL = "lamna-allt"


class FollowsView(PrivateView):
    """`/_/folj/mina/<token>/`."""

    template = "cms_following/follows.html"
    by_link = True

    def find(self, **kwargs: Any) -> None:
        self.follower = follower_of_page(kwargs["token"])

    def show(self, status: int = 200) -> HttpResponse:
        if LEAVE_ALL in self.request.GET and self.follower.pk and self.follower.follows.exists():
            context = {"count": len(one_of_each(self.follower.follows.all())), "page_url": self.request.path}
            return self.render(context, status, "cms_following/leave_all.html")
        notice = _("Your changes are saved.") if "sparat" in self.request.GET else ""
        return self.page(notice=notice, status=status)

    def old_form(self) -> HttpResponse:
        return self.page(notice=token_words(self.request), kind="warning", status=403)

    def page(self, *, notice: str = "", kind: str = "success", undo: str = "", status: int = 200, form: Any = None) -> HttpResponse:
        """The list, with what has just happened above it."""
        form = form or FollowsForm(follower=self.follower)
        context = {
            "form": form,
            "rows": [self._row(form, follow) for follow in form.follows],
            "follower": self.follower,
            "by_link": self.by_link,
            "notice": notice,
            "notice_kind": kind,
            "undo": undo,
            "leave_all_url": f"{self.request.path}?{LEAVE_ALL}",
            "page_url": self.request.path,
        }
        return self.render(context, status)

    def act(self) -> HttpResponse:
        sent = self.request.POST
        if "again" in sent:
            count = actions.follow_again(self.follower, undone(sent["again"], self.follower))
            return self.page(notice=_("You follow it again.") if count == 1 else _("You follow all of it again."))
        if "leave_all" in sent:
            return self._left(actions.leave(self.follower, self.follower.follows.all()), _("You follow nothing any more."))
        if "renew" in sent and self.by_link:
            actions.renew_link(self.follower)
            return HttpResponseRedirect(f"{page_link(self.follower)}?sparat")
        return self._save()

    def _save(self) -> HttpResponse:
        form = FollowsForm(self.request.POST, follower=self.follower)
        if not form.is_valid():
            return self.page(
                notice=_("Something in the form was no longer there. Look at it and send it again."), kind="warning", status=422
            )
        for follow in form.follows:
            actions.change_pace(follow, form.cleaned_data[f"pace_{follow.pk}"])
        actions.change_settings(self.follower, language=form.cleaned_data["language"], hears_own=form.cleaned_data["hears_own"])
        leaving = [follow for follow in form.follows if str(follow.pk) == self.request.POST.get("leave")]
        if leaving:
            title = self._row(form, leaving[0])["title"]
            return self._left(actions.leave(self.follower, leaving), _("You no longer follow %(title)s.") % {"title": title})
        return HttpResponseRedirect(f"{self._own_url()}?sparat")

    def _left(self, left: Any, notice: str) -> HttpResponse:
        return self.page(notice=notice, undo=undo_token(self.follower, left) if left else "")

    def _own_url(self) -> str:
        """The page in the language that was chosen now."""
        return page_link(self.follower) if self.by_link else self.request.path

    def _row(self, form: FollowsForm, follow: Follow) -> dict[str, Any]:
        thing = thing_for(follow.kind, follow.object_id, self.follower.user, self.request.LANGUAGE_CODE)
        return {
            "number": follow.pk,
            "title": thing.title if thing else _("Something that is no longer shown"),
            "label": thing.label if thing else "",
            "change": thing.change if thing else "",
            "url": thing.url if thing else "",
            "since": follow.confirmed_at,
            "field": form.pace_of(follow.pk),
        }


class AccountFollowsView(AccessMixin, FollowsView):
    """`/konto/foljer/`: the same for who is signed in."""

    by_link = False
    hides_url = False
    asks_for_whom = True
    form_class = FollowsForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)

    def find(self, **kwargs: Any) -> None:
        user = signed_in(self.request)
        self.follower = follower_of(user) or Follower(user=user, language=self.request.LANGUAGE_CODE)

    def act(self) -> HttpResponse:
        if self.follower.pk is None:
            return redirect(self.request.path)
        return super().act()
