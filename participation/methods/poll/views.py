"""Voting, what is said afterwards, and the result as a file. None is ever cached."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from cms import clock
from cms.export.files import FORMATS, file_response
from cms.pages.breadcrumbs import home_step
from cms.pages.translated_words import page_url, translated_text
from cms.people import Person
from cms.visibility import is_visible
from participation.api import TakingPartView, dialogue_link, gone_page, own_choice, shown_to, standing_of
from participation.methods.poll.actions import vote
from participation.methods.poll.display import option_views, result_export, words_of_option
from participation.methods.poll.forms import VoteForm
from participation.methods.poll.models import PollPage, Vote
from participation.methods.poll.queries import result_of
from participation.methods.poll.rules import can_vote, shows_result

VOTED = "participation_poll/voted.html"


def result_file(request: HttpRequest, pk: int, kind: str) -> StreamingHttpResponse:
    """The result as a file, for everybody who may see it on the page, from the same moment."""
    page: Any = get_object_or_404(PollPage.objects.select_related("locale"), pk=pk)
    poll: PollPage = page.canonical
    if kind not in FORMATS or not _is_visible_with_its_dialogue(poll, request.user) or not shows_result(poll, clock.now()):
        raise Http404
    return file_response(result_export(result_of(poll), shown_to(poll, request.user), poll), kind)


def _is_visible_with_its_dialogue(poll: PollPage, person: Person) -> bool:
    return is_visible(poll, person) and is_visible(poll.dialogue, person)


class VoteView(TakingPartView):
    """Vote in a poll that the reader may see; whoever has voted sees their choice and may change it."""

    form_class = VoteForm
    may_change_sender = False
    fragment = "participation_poll/vote.html"
    limit = "support"
    address_limit = "vote_address"

    def find(self, **kwargs: Any) -> None:
        page: Any = PollPage.objects.select_related("locale").filter(pk=kwargs["pk"]).first()
        if page is None:
            raise gone_page(None)
        self.poll: PollPage = page.canonical
        for needed in (self.poll.dialogue, self.poll):
            if not is_visible(needed, self.request.user):
                raise gone_page(needed)
        self.shown: PollPage = shown_to(self.poll, self.request.user)

    @classmethod
    def kept_words(cls, request: HttpRequest) -> list[tuple[Any, Any]]:
        """What a form that was not carried out chose, where its sender may still see the poll."""
        asked = cls()
        asked.setup(request, **(request.resolver_match.kwargs if request.resolver_match else {}))
        try:
            asked.find(**asked.kwargs)
        except Http404:
            return []
        sent = request.POST.get("option", "")
        words = next((view.words for view in option_views(asked.shown, asked.poll) if str(view.key) == sent), None)
        return [(VoteForm.base_fields["option"].label, words)] if words else []

    @property
    def choice(self) -> UUID | None:
        """What the one who asks has chosen."""
        return own_choice(Vote, self.poll.pk, self.participant)

    def form_initial(self) -> dict[str, Any]:
        return {"option": self.choice}

    def form_extras(self) -> dict[str, Any]:
        return {"choices": [(view.key, view.label) for view in option_views(self.shown, self.poll)]}

    def get_context(self) -> dict[str, Any]:
        at, has_account = clock.now(), self.request.user.is_authenticated
        permission, choice = can_vote(self.poll, at, has_account=has_account), self.choice
        link, url = dialogue_link(self.request, self.poll.dialogue), page_url(self.shown, self.request)
        question = translated_text(self.shown, self.poll, "question") or translated_text(self.shown, self.poll, "title")
        return link | {
            "breadcrumbs": [
                home_step(),
                {"label": link["dialogue_title"], "url": link["dialogue_url"], "lang": link["dialogue_lang"]},
                {"label": str(question), "url": url, "lang": question.lang},
                {"label": _("Vote")},
            ],
            "title": _("Change your vote") if choice and permission else _("Vote"),
            "question": question,
            "permission": permission,
            "may_log_in": not permission and not has_account and bool(can_vote(self.poll, at, has_account=True)),
            "standing": standing_of(self.poll, at),
            "chosen": words_of_option(self.shown, self.poll, choice) if choice else None,
            "shows_result": shows_result(self.poll, at),
            "poll": self.poll,
            "return_url": url,
        }

    def act(self, form: VoteForm) -> HttpResponse:
        vote(self.poll, self.ensure_participant(form), form.cleaned_data["option"])
        if not self.is_htmx:
            return self.go(reverse("participation_poll:voted", args=[self.poll.pk]))
        return self.show(None, fragment=VOTED, title=_("Your vote is counted"))


class VotedView(VoteView):
    """What happens next, for somebody who has voted."""

    fragment = VOTED
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if self.choice is None:
            return self.go(reverse("participation_poll:vote", args=[self.poll.pk]))
        return super().get(request, **kwargs)

    def get_context(self) -> dict[str, Any]:
        return super().get_context() | {"title": _("Your vote is counted")}
