"""The form of a new page, opened once: however often it is sent, by a late autosave too, it makes one page unless somebody means a second."""

import uuid
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.log_actions import LogContext
from wagtail.models import Page, PageLogEntry

from cms.admin.kept_posts import OPENED_NEW
from cms.admin.opened_rows import CSRF_FIELD

MADE = "wagtail.create"
EDITOR = 'id="page-edit-form"'


def made_once(view: Any, request: HttpRequest, post: Callable[[], HttpResponse]) -> HttpResponse:
    """What making the page answers; where this form has made one before, nothing is made and what was written comes again."""
    key = _key(request)
    Page.objects.select_for_update(no_key=True).filter(pk=view.parent_page.pk).order_by("pk").values_list("pk", flat=True).first()
    page = _made_by(request, key)
    if page is not None:
        return _told(view, request, page)
    context = LogContext(user=request.user)
    context.uuid = key  # so the log knows by which form a page was made
    with context:
        return _with_key(post(), key)


def opened(response: HttpResponse) -> HttpResponse:
    """The empty form, with a key of its own."""
    return _with_key(response, uuid.uuid4())


def _key(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get(OPENED_NEW, ""))
    except ValueError:
        return uuid.uuid4()  # made by hand


def _made_by(request: HttpRequest, key: uuid.UUID) -> Page | None:
    entry = PageLogEntry.objects.filter(uuid=key, action=MADE, user_id=request.user.pk).select_related("page").order_by("pk").first()
    return Page.objects.filter(pk=entry.page_id).first() if entry else None


def _told(view: Any, request: HttpRequest, page: Page) -> HttpResponse:
    said = _("This page is saved already, as “%(title)s”.") % {"title": page.get_admin_display_title()}
    if view.expects_json_response:
        answer: HttpResponse = view.json_error_response("invalid_revision", said)
        return answer
    kept = _("What you wrote is still in the form. Open the saved page and go on there; if you save here again, a second page is made.")
    button = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Open the saved page"), new_window=True)
    messages.error(request, f"{said} {kept}", buttons=[button])
    view.form = view.form_class(
        request.POST, request.FILES, instance=view.page, subscription=view.subscription, parent_page=view.parent_page, for_user=request.user
    )
    view.form.defer_required_fields()
    view.form.is_valid()
    view.form.restore_required_fields()
    view.has_unsaved_changes, view.autosave_enabled = True, False
    response: HttpResponse = view.render_to_response(view.get_context_data())
    response.status_code = 409
    return opened(response)


def _with_key(response: HttpResponse, key: uuid.UUID) -> HttpResponse:
    """The editor, whose form holds its key, once it is rendered."""
    field = format_html('<input type="hidden" name="{}" value="{}">', OPENED_NEW, str(key))

    def write(rendered: Any) -> None:
        page = rendered.content.decode(rendered.charset)
        place = CSRF_FIELD.search(page, max(page.find(EDITOR), 0))
        if place:
            rendered.content = (page[: place.end()] + field + page[place.end() :]).encode(rendered.charset)

    if hasattr(response, "add_post_render_callback"):
        response.add_post_render_callback(write)
    return response
