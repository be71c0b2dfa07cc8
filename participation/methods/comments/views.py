"""Writing a comment or a reply, reading a whole thread, and the lasting link to a comment."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms import clock
from cms.people import signed_in
from participation.api import (
    Contribution,
    ContributionState,
    DialoguePage,
    Permission,
    Subject,
    TakingPartView,
    breadcrumbs_at,
    can_answer_officially,
    can_hang_on,
    can_reply_to,
    can_sort,
    gone_contribution,
    gone_page,
    may_do,
    notes_beside,
    place_of,
    receive,
    seen_by,
    subject_of_page,
    subject_of_thing,
)
from participation.methods.comments.forms import CommentForm
from participation.methods.comments.section import RIGHT_TO_COMMENT, display_for
from participation.methods.comments.threads import (
    METHOD,
    REPLIES_ON_PAGE,
    REPLIES_SHOWN,
    page_of_thread,
    replies_before,
    thread_page,
    with_names,
)


class CommentFormView(TakingPartView):
    """Write on a dialogue, an activity or a thing that the reader may see."""

    form_class = CommentForm
    fragment = "participation_comments/form.html"
    limit = "contribute"
    address_limit = "contribute_address"
    subject: Subject
    target: Contribution | None = None

    @property
    def dialogue(self) -> DialoguePage:
        return self.subject.dialogue

    @cached_property
    def may_answer(self) -> bool:
        return can_sort(self.request.user, self.dialogue)

    @property
    def office(self) -> int:
        administration = self.dialogue.administration if self.may_answer else None
        return administration.pk if administration else 0

    @property
    def claims_office(self) -> bool:
        return bool(self.request.POST.get("official"))

    def form_extras(self) -> dict[str, Any]:
        return {"may_answer": self.may_answer, "account": self.request.user if self.request.user.is_authenticated else None}

    def form_initial(self) -> dict[str, Any]:
        return {"author_name": self.usual_name(), "official": self.target is not None}

    def usual_name(self) -> str:
        """What the participant was called last time; for somebody with an account, the account's name."""
        user = self.request.user
        if self.may_answer and (function := signed_in(self.request).shown_function):
            return function
        if self.participant is not None:
            used = self.participant.contributions.exclude(author_name="").order_by("-received_at").values_list("author_name", flat=True)
            if used.exists():
                return str(used[0])
        return user.get_full_name() if user.is_authenticated else ""

    def permission(self) -> Permission:
        """Whether the form is worth showing now; the action asks again when it is sent."""
        at = clock.now()
        if self.target is not None and not (answerable := can_reply_to(self.target, self.dialogue)):
            return answerable
        if not (hanging := can_hang_on(self.subject, METHOD)):
            return hanging
        if self.may_answer:
            return can_answer_officially(self.request.user, self.dialogue, self.target, at, RIGHT_TO_COMMENT)
        return may_do(self.dialogue, RIGHT_TO_COMMENT, at)

    def get_context(self) -> dict[str, Any]:
        place = place_of(self.request, self.subject)
        heading = self.heading()
        return place | {
            "breadcrumbs": breadcrumbs_at(place, heading),
            "title": heading,
            "permission": self.permission(),
            "notes": notes_beside(self.request, self.dialogue),
            "return_url": f"{place['place']['url']}#{METHOD}",
        }

    def heading(self) -> str:
        return _("Write a comment")

    def is_too_much(self) -> bool:
        return not self.may_answer and super().is_too_much()

    def act(self, form: CommentForm) -> HttpResponse:
        given = form.cleaned_data
        contribution = receive(
            form.how_to_tell(),
            dialogue=self.dialogue,
            subject=self.subject,
            method=METHOD,
            verb="comment",
            text=given["text"],
            author_name=given["author_name"],
            participant=self.ensure_participant(form),
            language=get_language() or "",
            idempotency_key=given["key"],
            reply_to=self.target,
            person=self.request.user if given.get("official") and self.may_answer else None,
        )
        if contribution.is_official:
            messages.success(self.request, _("Your answer is published in the thread."))
            return self.go(reverse("participation_comments:permalink", args=[contribution.pk]))
        return self.go(reverse("participation:receipt_detail", args=[contribution.shown_code]) + "?tack=1")


class NewCommentView(CommentFormView):
    """Begin a thread."""

    def find(self, **kwargs: Any) -> None:
        person = self.request.user
        subject = subject_of_page(kwargs["pk"], person) if "pk" in kwargs else subject_of_thing(kwargs["kind"], kwargs["number"], person)
        if subject is None:
            raise gone_page(Page.objects.filter(pk=kwargs["pk"]).first()) if "pk" in kwargs else Http404
        self.subject = subject


class ReplyView(CommentFormView):
    """Answer a comment."""

    def find(self, **kwargs: Any) -> None:
        try:
            self.target = _comment(self.request, kwargs["pk"])
        except Http404 as missing:
            raise gone_contribution(Contribution.objects.filter(pk=kwargs["pk"]).first(), self.request.user) from missing
        self.subject = self.target.subject

    def heading(self) -> str:
        name = self.target.shown_name if self.target and self.target.state == ContributionState.PUBLISHED else ""
        return _("Reply to %(name)s") % {"name": name} if name else _("Write a reply")

    def get_context(self) -> dict[str, Any]:
        target: Any = self.target
        return super().get_context() | {
            "contribution": target,
            "shows_text": target.state == ContributionState.PUBLISHED,
            "lang": "" if target.language == get_language() else target.language,
            "return_url": reverse("participation_comments:permalink", args=[target.pk]),
        }


@require_safe
def thread(request: HttpRequest, pk: int) -> HttpResponse:
    """A whole thread."""
    root = _comment(request, pk)
    if root.thread_root_id is not None:
        return HttpResponseRedirect(reverse("participation_comments:thread", args=[root.thread_root_id]))
    replies = thread_page(root, request.GET.get("sida", 1))
    permission = may_do(root.dialogue, RIGHT_TO_COMMENT, clock.now())
    display = display_for(request, root.dialogue, may_comment=bool(permission))
    place = place_of(request, root.subject)
    is_published = root.state == ContributionState.PUBLISHED
    heading = _("Conversation begun by %(name)s") % {"name": root.shown_name} if is_published and root.shown_name else _("A conversation")
    context = place | {
        "breadcrumbs": breadcrumbs_at(place, heading),
        "title": heading,
        "root": root,
        "comment": display.comment(root) | {"replies": display.replies(replies)},
        "replies": replies,
    }
    return render(request, "participation_comments/thread.html", context)


@require_safe
def permalink(request: HttpRequest, pk: int) -> HttpResponse:
    """The lasting link to a comment: redirects to the page, of what it hangs on or of the thread, on which it stands."""
    comment = _comment(request, pk)
    before = replies_before(comment) if comment.thread_root_id else 0
    if before >= REPLIES_SHOWN:
        url = reverse("participation_comments:thread", args=[comment.thread_root_id])
        page = before // REPLIES_ON_PAGE + 1
    else:
        url = place_of(request, comment.subject)["place"]["url"]
        page = page_of_thread(comment.root)
    query = f"?sida={page}" if page > 1 else ""
    response = HttpResponseRedirect(f"{url}{query}#c{comment.pk}")
    response.headers["Cache-Control"] = "no-store"
    return response


def _comment(request: HttpRequest, pk: int) -> Contribution:
    """A comment that takes a place on a page which the reader may see."""
    rows = with_names(Contribution.objects.filter(method=METHOD).in_threads())
    comment = get_object_or_404(rows.select_related("dialogue__locale", "thread_root"), pk=pk)
    if seen_by(request.user, comment.subject) is None:
        raise Http404
    return comment
