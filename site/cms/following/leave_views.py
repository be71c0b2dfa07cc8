"""Leave by the link in a mail: one POST, also by the mail program itself (RFC 8058). Opening the link only asks."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.following.actions import follow_again, leave_matter
from cms.following.links import Matter, leaving_of, undo_token, undone
from cms.following.models import Pace
from cms.following.private_views import PrivateView
from cms.following.stories import thing_for
from cms.following.succession import follows_of_same


class LeaveView(PrivateView):
    """`/_/folj/sluta/<token>/`. The signed link is the right to do it: mail programs send no token of a form."""

    template = "cms_following/leave.html"
    needs_token = False

    def find(self, **kwargs: Any) -> None:
        self.follower, self.matter = leaving_of(kwargs["token"])

    def show(self, status: int = 200) -> HttpResponse:
        return self.render({"question": self.question, "is_left": not self.is_followed}, status)

    def act(self) -> HttpResponse:
        if "again" in self.request.POST:
            follow_again(self.follower, undone(self.request.POST["again"], self.follower))
            return self.render({"question": self.question, "is_again": True})
        left = leave_matter(self.follower, self.matter)
        return self.render({"question": self.question, "is_left": True, "undo": undo_token(self.follower, left) if left else ""})

    @property
    def is_followed(self) -> bool:
        """Whether there is still something to leave."""
        if self.matter.what == Matter.FOLLOW:
            return bool(follows_of_same(self.follower, (self.matter.name, self.matter.number)))
        if self.matter.what == Matter.PACE:
            return self.follower.follows.filter(pace=self.matter.name).exists()
        return self.follower.hears_own

    @property
    def question(self) -> dict[str, str]:
        """What would end, in words."""
        if self.matter.what == Matter.PACE:
            pace = _("once a week") if self.matter.name == Pace.WEEKLY else _("once a day")
            return {"asks": _("Stop the e-mails that come %(pace)s?") % {"pace": pace}, "about": ""}
        if self.matter.what == Matter.OWN:
            about = _("It is about something that is yours.") if self.matter.number else _("It is about everything that you have written.")
            return {"asks": _("No more e-mails about this?"), "about": about}
        thing = thing_for(self.matter.name, self.matter.number, self.follower.user, get_language() or "")
        return {"asks": _("Stop following it?"), "about": thing.title if thing else ""}
