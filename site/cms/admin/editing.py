"""Two editors of one page: what is sent from an old state of it never replaces a newer one unseen."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page

from cms.pages.forms import SitePageForm
from cms.refusals import ActionRefused

STATE, LOADED, OWN, SEEN = "loaded_state", "loaded_revision_id", "overwrite_revision_id", "overwrites_revision_id"


def wait_for_others(request: HttpRequest, arguments: dict[str, Any]) -> None:
    """Let POSTs about one page come one after the other, so that an autosave and a publishing never both see the page before the other."""
    if request.method == "POST" and arguments.get("page_id"):
        Page.objects.select_for_update(no_key=True).filter(pk=arguments["page_id"]).order_by("pk").values_list("pk").first()


def state_of(page: Page) -> str:
    """What a publishing, a withdrawal and a step of the workflow change, also where they make no new version."""
    step = page.current_workflow_task_state
    return f"{page.live_revision_id or 0}.{int(page.live)}.{step.pk if step else 0}"


def is_late(view: Any) -> bool:
    """Whether an autosave was made before the page was published, withdrawn or decided on: saved now, it would be a draft that nobody wrote."""
    posted, own = view.request.POST, view.request.POST.get(OWN)
    if posted.get(STATE, state_of(view.page)) != state_of(view.page):
        return True
    return bool(own) and own == str(view.page.live_revision_id)


def knows_no_version(view: Any) -> bool:
    """Whether a form was drawn before the page had any version, and one has come since."""
    posted = view.request.POST
    return STATE in posted and LOADED not in posted and OWN not in posted


def conflict(view: Any) -> HttpResponse | None:
    """The editor again, with what was written, where a newer version has come since; None where there is none, or the person has seen it."""
    newer = view.latest_revision
    if view.expects_json_response or not view.is_out_of_date or view.request.POST.get(SEEN) == str(newer.pk):
        return None
    _fill(view)
    view.autosave_enabled = False  # the person decides, and knows of the newer version now
    button = messages.button(reverse("wagtailadmin_pages:edit", args=[view.page.pk]), _("Open the newer version"), new_window=True)
    messages.error(view.request, _words(view, newer), buttons=[button])
    return _shown(view)


def kept_when_refused(view: Any, save: Callable[[], HttpResponse]) -> HttpResponse:
    """What saving answers; where an action refuses it, nothing is saved and the editor comes again with what was written."""
    try:
        with transaction.atomic():
            return save()
    except ActionRefused as refusal:
        if view.expects_json_response or refusal.return_url:
            raise
        view.real_page_record = Page.objects.prefetch_workflow_states().get(
            pk=view.page.pk
        )  # the old one has the version that was not saved
        view.page = view.get_object()
        _fill(view)
        for message in refusal.messages:
            messages.error(view.request, str(message))
        return _shown(view)


def _shown(view: Any) -> HttpResponse:
    response: HttpResponse = view.render_to_response(view.get_context_data())
    response.status_code = 409
    return response


def _fill(view: Any) -> None:
    """The form as it was sent."""
    request = view.request
    view.form = view.form_class(
        request.POST, request.FILES, instance=view.page, subscription=view.subscription, parent_page=view.parent, for_user=request.user
    )
    view.form.defer_required_fields()
    view.form.is_valid()
    view.form.restore_required_fields()
    if isinstance(view.form, SitePageForm):
        view.form.refuse_foreign()
    view.has_unsaved_changes = True


def _words(view: Any, newer: Any) -> str:
    when = date_format(localtime(newer.created_at), "DATETIME_FORMAT")
    if newer.user_id == view.request.user.pk:
        came = _("You saved a newer version in another window, %(when)s.") % {"when": when}
    else:
        who = get_user_display_name(newer.user) if newer.user else _("Somebody")
        came = _("%(who)s saved a newer version, %(when)s.") % {"who": who, "when": when}
    kept = _(
        "Yours is not saved; it is still in the form. Open the newer version in a new tab and take over what you need. "
        "If you save again, yours becomes the newest and the other one stays in the history."
    )
    return f"{came} {kept}"
