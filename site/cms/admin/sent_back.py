"""What a reviewer sent back: on the desk of who asked for the review, with what the reviewer wrote."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page, WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy

SHOWN = 8


@dataclass(frozen=True)
class SentBack:
    """A page that waits for its editor again."""

    title: str
    url: str
    comment: str
    reviewer: str
    at: datetime | None


def sent_back_context(request: HttpRequest) -> dict[str, Any] | None:
    """The latest first; None where nothing was sent back to the person. A page that they may edit no longer is not named."""
    states = _sent_back_to(request.user)
    rights = PagePermissionPolicy(Page)
    own = rights.instances_user_has_permission_for(request.user, "change").in_bulk([int(state.object_id) for state in states])
    lines = [_line(state, own[int(state.object_id)]) for state in states if int(state.object_id) in own]
    return {"lines": lines[:SHOWN], "more": max(len(lines) - SHOWN, 0)} if lines else None


def _sent_back_to(person: Any) -> list[WorkflowState]:
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=person.pk, base_content_type=ContentType.objects.get_for_model(Page)
    )
    return list(states.select_related("current_task_state__finished_by").order_by("-current_task_state__finished_at", "-pk"))


def _line(state: WorkflowState, page: Page) -> SentBack:
    task = state.current_task_state
    reviewer = str(task.finished_by) if task and task.finished_by else ""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return SentBack(page.get_admin_display_title(), url, task.comment if task else "", reviewer, task.finished_at if task else None)
