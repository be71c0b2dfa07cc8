"""A contribution's own page in the admin, the official answer, and the look-up of a receipt code."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from cms.accounts.participants import ensure_participant, remember
from cms.people import signed_in
from cms.refusals import ActionRefused
from cms.text.receipt_codes import read_code
from participation.choices import ContributionState
from participation.contributions import rules
from participation.contributions.actions import post_contribution
from participation.models import Contribution
from participation.moderation.actions.names import masked_name
from participation.moderation.admin.addresses import admin_url, list_url
from participation.moderation.admin.buttons import buttons_for, may_reply, reply_verb
from participation.moderation.admin.forms import CodeForm, ReplyForm
from participation.moderation.admin.rows import answer_status, contributions_of, excerpt, with_what_staff_see
from participation.moderation.rules import STAKES, conflict_of
from participation.moderation.supervision import note_supervision
from participation.registry import get_method

THREAD_MOST = 50
LIST_CRUMB = gettext_lazy("Contributions")


class ContributionView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView[ReplyForm]):
    """All that is known of one contribution: texts, thread, themes, reports, decisions. One of another dialogue answers 404."""

    model = Contribution
    any_permission_required = ["view"]
    template_name = "participation/moderation/admin/contribution.html"
    header_icon = "comment"
    form_class = ReplyForm
    kwargs: dict[str, Any]

    @cached_property
    def contribution(self) -> Contribution:
        rows = with_what_staff_see(contributions_of(self.request.user))
        return get_object_or_404(rows.select_related("place", "official_administration"), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return self.contribution.shown_code

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [{"url": list_url(), "label": LIST_CRUMB}, {"url": "", "label": self.get_page_title()}]

    def get_initial(self) -> dict[str, Any]:
        return {"idempotency_key": uuid.uuid4()}

    def form_valid(self, form: ReplyForm) -> HttpResponse:
        try:
            reply_officially(self.request, self.contribution, form.cleaned_data["text"], form.cleaned_data["idempotency_key"])
        except ActionRefused as refusal:
            form.add_error("text", [str(message) for message in refusal.messages])
            form.data = form.data.copy()
            form.data["idempotency_key"] = str(uuid.uuid4())
            return self.form_invalid(form)
        messages.success(self.request, _("Your answer is published in the thread."))
        return remember(self.request, HttpResponseRedirect(admin_url(self.contribution)))

    def _stake(self) -> str | Promise:
        """Why the person does not hide it alone; empty where they may, and for those who do not moderate."""
        conflict = conflict_of(signed_in(self.request), self.contribution)
        moderates = conflict is not None and rules.can_moderate(self.request.user, self.contribution.dialogue)
        return STAKES[conflict] if conflict is not None and moderates else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row, person = self.contribution, signed_in(self.request)
        note_supervision(person, [row])
        method = get_method(row.method)
        return super().get_context_data(**kwargs) | {
            "contribution": row,
            "edits_dialogue": row.dialogue.permissions_for_user(person).can_edit(),
            "status": answer_status(row),
            "method": method.label if method else row.method,
            "public_url": method.contribution_url(row) if method and row.state != ContributionState.PENDING else "",
            "thread": thread_of(row),
            "earlier_texts": row.revisions.all(),
            "reports": row.reports.all(),
            "decisions": row.moderation_decisions.select_related("decided_by"),
            "buttons": buttons_for(row, person),
            "second_looks": row.second_looks.select_related("decided_by"),
            "proposals": row.hide_proposals.select_related("proposed_by", "decided_by"),
            "stake": self._stake(),
            "masked_name": masked_name(row) if row.name_masked and rules.can_moderate(person, row.dialogue) else "",
            "may_reply": may_reply(row, person),
        }


def thread_of(contribution: Contribution) -> list[dict[str, Any]]:
    """The first contribution of the thread and its replies, for a page that shows one of them."""
    root = contribution.root
    rows = [root, *root.thread.order_by("received_at", "pk")[:THREAD_MOST]]
    return [{"row": row, "excerpt": excerpt(row), "url": admin_url(row), "is_this": row.pk == contribution.pk} for row in rows]


def reply_officially(request: HttpRequest, contribution: Contribution, text: str, key: uuid.UUID) -> Contribution:
    """Answer in the thread, for the administration."""
    verb = reply_verb(contribution)
    if verb is None:
        raise ActionRefused(_("The method of this contribution is switched off, so it cannot be answered here."))
    return post_contribution(
        dialogue=contribution.dialogue,
        method=contribution.method,
        verb=verb,
        text=text,
        author_name="",
        participant=ensure_participant(request),
        language=contribution.language,
        idempotency_key=key,
        reply_to=contribution,
        activity=contribution.activity,
        person=signed_in(request),
    )


class CodeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView[CodeForm]):
    """Finds a contribution of the person's dialogues by its receipt code, however it is typed."""

    model = Contribution
    any_permission_required = ["view"]
    template_name = "participation/moderation/admin/code.html"
    page_title = gettext_lazy("Look up a code")
    header_icon = "search"
    form_class = CodeForm

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [{"url": list_url(), "label": LIST_CRUMB}, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self) -> dict[str, Any]:
        asked = "code" in self.request.GET
        return super().get_form_kwargs() | ({"data": self.request.GET} if asked else {})

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if form.is_bound and form.is_valid():
            return self._look_up(form)
        return self.render_to_response(self.get_context_data(form=form))

    def _look_up(self, form: CodeForm) -> HttpResponse:
        code = read_code(form.cleaned_data["code"])
        row = contributions_of(self.request.user).filter(receipt_code=code).first() if code else None
        if row is not None:
            return HttpResponseRedirect(admin_url(row))
        form.add_error("code", _unknown(code))
        return self.render_to_response(self.get_context_data(form=form))


def _unknown(code: str | None) -> str:
    if code is None:
        return _("That is no code: one symbol is wrong, missing or too many. A code has eleven, without the letters I, L, O and U.")
    return _("No contribution in your dialogues has that code.")
