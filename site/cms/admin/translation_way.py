"""The way of a translation to the public: the translator's page of wagtail-localize knows only a button to publish.

Whoever may not publish sends it to those who may, by the workflow that the page's original would take; whoever
approves does it on the same page.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Page, TaskState, WorkflowState
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.admin.translation_saving import save_draft
from cms.people import signed_in
from cms.refusals import ActionRefused


@dataclass(frozen=True)
class Way:
    """Where a translation stands, and what a person may do about it."""

    page: Any
    user: User

    @property
    def state(self) -> WorkflowState | None:
        """The workflow that the page is in, or was sent back by."""
        return self.page.current_workflow_state

    @property
    def is_waiting(self) -> bool:
        """Whether somebody has it to approve."""
        return bool(self.page.workflow_in_progress)

    @property
    def sent_back(self) -> TaskState | None:
        """Who asked for changes, and why."""
        if self.state is None or self.state.status != WorkflowState.STATUS_NEEDS_CHANGES:
            return None
        return self.state.task_states.filter(status=TaskState.STATUS_REJECTED).order_by("-finished_at", "-pk").first()

    @property
    def may_publish(self) -> bool:
        return bool(self.page.permissions_for_user(self.user).can_publish())

    @property
    def may_send(self) -> bool:
        rights = self.page.permissions_for_user(self.user)
        return bool(rights.can_edit() and rights.can_submit_for_moderation())

    @property
    def may_approve(self) -> bool:
        task = self.page.current_workflow_task if self.is_waiting else None
        return task is not None and any(name == "approve" for name, *_rest in task.get_actions(self.page, self.user))

    @property
    def may_take_back(self) -> bool:
        return self.is_waiting and self.state is not None and bool(self.state.user_can_cancel(self.user))

    def answer_url(self, action: str) -> str:
        """Where Wagtail takes the answer of whoever approves."""
        task_state = self.page.current_workflow_task_state
        return reverse("wagtailadmin_pages:workflow_action", args=[self.page.pk, action, task_state.pk])

    @property
    def approve_url(self) -> str:
        return self.answer_url("approve")

    @property
    def reject_url(self) -> str:
        return self.answer_url("reject")


@require_POST
def send(request: HttpRequest, page_id: int) -> HttpResponse:
    """Send the words as they are now to whoever publishes; again, where they were sent back."""
    page, translation = _translated(page_id)
    way = Way(page, signed_in(request))
    if not way.may_send:
        raise _refusal(way)
    sent_back = way.state if way.sent_back else None
    draft = save_draft(translation, way.user)
    if sent_back is not None:
        sent_back.resume(way.user)
    else:
        draft.get_workflow().start(draft, way.user)
    messages.success(request, _("“%(page)s” is sent to be published. Who publishes it gets a mail.") % {"page": draft.draft_title})
    return HttpResponseRedirect(_edit_url(page))


@require_POST
def take_back(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take back what was sent."""
    page, _translation = _translated(page_id)
    way = Way(page, signed_in(request))
    if way.state is None or not way.may_take_back:
        raise _refusal(way)
    way.state.cancel(user=way.user)
    messages.success(request, _("“%(page)s” is taken back.") % {"page": page.draft_title})
    return HttpResponseRedirect(_edit_url(page))


def admin_urls() -> list[URLPattern]:
    """Hook `register_admin_urls`."""
    return [
        path("translations/<int:page_id>/send/", send, name="cms_send_translation"),
        path("translations/<int:page_id>/take-back/", take_back, name="cms_take_back_translation"),
    ]


def refuse_locked(request: HttpRequest, page: Page) -> None:
    """Hook `before_edit_page`: Wagtail's own form asks whether a page is locked, the translator's page does not."""
    publishing = request.method == "POST" and request.POST.get("action") == "publish"
    if publishing and page.permissions_for_user(request.user).page_locked() and _is_translated(page):
        raise ActionRefused(
            _("“%(page)s” is locked, or waits for somebody else to approve it.") % {"page": page.get_admin_display_title()},
            return_url=_edit_url(page),
        )


def _translated(page_id: int) -> tuple[Any, Translation]:
    page = get_object_or_404(Page, pk=page_id).specific
    return page, get_object_or_404(_translations(page))


def _is_translated(page: Page) -> bool:
    return _translations(page).exists()


def _translations(page: Page) -> Any:
    return Translation.objects.filter(source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True)


def _refusal(way: Way) -> Exception:
    """Whoever may not edit hears no more; others hear that it waits already, or is locked."""
    if not way.page.permissions_for_user(way.user).can_edit():
        return PermissionDenied()
    if way.is_waiting:
        sentence = _("“%(page)s” waits to be published already.")
    elif not way.page.has_workflow:
        sentence = _("Nobody is named who publishes “%(page)s”. Ask a coordinator.")
    else:
        sentence = _("“%(page)s” is locked, or waits for nobody any more.")
    return ActionRefused(sentence % {"page": way.page.get_admin_display_title()}, return_url=_edit_url(way.page))


def _edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
