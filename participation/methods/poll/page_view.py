"""What the page of a poll shows: the question, how to vote, and the result when it is public. Words come from the page, facts from the
canonical one; it is cached whole and says nothing about who reads it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cms import clock
from cms.pages.breadcrumbs import breadcrumbs_of
from cms.pages.translated_words import translated_text
from cms.pages.views import page_view
from participation.api import dialogue_link, standing_of
from participation.methods.poll.choices import ResultShown, Voters
from participation.methods.poll.display import option_views, result_figures, voted_sentence
from participation.methods.poll.models import PollPage
from participation.methods.poll.queries import result_of
from participation.methods.poll.rules import can_vote, shows_result


@page_view("participation_poll.PollPage")
def poll_context(request: HttpRequest, page: PollPage) -> dict[str, Any]:
    """The variables of `participation_poll/poll_page.html`."""
    poll: Any = page.canonical
    at, result = clock.now(), result_of(poll)
    standing = standing_of(poll, at)
    question, title = translated_text(page, poll, "question"), translated_text(page, poll, "title")
    return dialogue_link(request, poll.dialogue) | {
        "breadcrumbs": breadcrumbs_of(page, request),
        "heading": question or title,
        "introduction": translated_text(page, poll, "introduction"),
        "standing": standing,
        "permission": can_vote(poll, at, has_account=True),
        "options": option_views(page, poll),
        "figures": result_figures(result, page, poll) if shows_result(poll, at) else None,
        "voted": voted_sentence(result.people),
        "needs_account": poll.voters == Voters.ACCOUNTS,
        "result_comes_later": poll.result_shown == ResultShown.AFTER and not standing.is_over,
        "number": poll.pk,
        "vote_url": reverse("participation_poll:vote", args=[poll.pk]) if poll.pk else "",
    }
