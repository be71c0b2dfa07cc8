"""Two editors of one row without versions (a topic, a setting, an account): what is sent from an old state of it never replaces a newer one unseen.

Each form of the admin that changes a row holds, hidden and signed, what stood in the row when the form was opened. What has changed
since is an error of the form, once: everything written stays, the words say who saved and when, and whoever sends it again means it.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import registry as logs
from wagtail.models import Page

from cms.admin.kept_posts import OPENED, is_program

SALT = "cms.admin.opened_rows"
LOG = "log"
BESIDE = {"auth.group": ("page_permissions", "collection_permissions"), "wagtailcore.workflow": ("workflow_pages",)}
"""What is sent with a row's form and stands in other tables."""
State = dict[str, Any]
CSRF_FIELD = re.compile(r'<input type="hidden" name="csrfmiddlewaretoken" value="[^"]*">')


class OpenedRows:
    """The rows whose forms one request shows or saves."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.sent = _sent(request)
        self.rows: dict[str, tuple[type[Model], State]] = {}
        self.changed: set[str] = set()
        self.told: set[str] = set()

    def watch(self, form: Any, row: Model, names: Iterable[str]) -> None:
        """Note what stands in a row; where the form was sent, nobody else changes it from now until the answer."""
        model, key = row._meta.concrete_model or type(row), f"{row._meta.label_lower}:{row.pk}"
        state = _state(model, row.pk, names, lock=form.is_bound)
        if not state:
            return
        self.rows[key] = (model, {**(self.rows[key][1] if key in self.rows else {}), **state})
        if not form.is_bound or self.sent is None:
            return
        before = self.sent.get(key, {}) if self.sent else dict.fromkeys(state)  # where nobody can read what was sent, all may have changed
        names = [name for name in state if name != LOG and name in before and before[name] != state[name]]
        if names:
            self.changed.add(key)
            form.check_opened = lambda: self._tell(form, key, before.get(LOG) or 0, names)

    def _tell(self, form: Any, key: str, log: int, names: list[str]) -> None:
        """Refuse the form, and say once at the top of the page what happened."""
        form.add_error(None, _("Somebody has changed this since you opened the form."))
        if key in self.told or is_program(self.request):
            return
        self.told.add(key)
        button = messages.button(self.request.get_full_path(), _("Open it as it is now"), new_window=True)
        model, _state_now = self.rows[key]
        entry = _logged(model, key.split(":")[1]).filter(pk__gt=log).select_related("user").first()
        labels = [str(form.fields[name].label or name) for name in names if name in form.fields]
        messages.error(self.request, _words(self.request, entry, labels), buttons=[button])

    def into(self, response: HttpResponse) -> HttpResponse:
        """The answer, whose forms hold what stands in their rows now; what nobody was told of is held as it was sent."""
        if not self.rows or response.streaming or not response.get("Content-Type", "").startswith("text/html"):
            return response
        token = signing.dumps({key: self._held(key) for key in self.rows}, salt=SALT, compress=True)
        field = format_html('<input type="hidden" name="{}" value="{}">', OPENED, token)
        page = response.content.decode(response.charset)
        response.content = CSRF_FIELD.sub(lambda csrf: csrf.group() + field, page).encode(response.charset)
        if self.told and response.status_code == 200:
            response.status_code = 409
        return response

    def _held(self, key: str) -> State:
        model, state = self.rows[key]
        if self.request.method != "POST":
            return state
        if key in self.changed - self.told:
            return (self.sent or {}).get(key, {})
        return _state(model, key.split(":")[1], state.keys() - {LOG}) or state


_opened: ContextVar[OpenedRows | None] = ContextVar("opened_rows", default=None)


@contextmanager
def watched(request: HttpRequest) -> Iterator[OpenedRows]:
    """While a view of the admin runs: the forms that it makes are watched."""
    token = _opened.set(OpenedRows(request))
    try:
        yield _opened.get()  # type: ignore[misc]
    finally:
        _opened.reset(token)


def watch(form: Any, row: Any, names: Iterable[str]) -> None:
    """Watch what a form changes of a row; nothing outside the admin, of a new row, and of pages, which have versions."""
    opened = _opened.get()
    if opened is not None and row is not None and row.pk and not row._state.adding and not _has_versions(row):
        opened.watch(form, row, names)


def watch_model_form(form: forms.BaseModelForm[Any]) -> None:
    """Watch everything that a form of a row holds, its child rows too."""
    row: Any = form.instance
    watch(form, row, [*form.fields, *getattr(type(form), "formsets", ()), *BESIDE.get(row._meta.label_lower, ())])


def check(form: Any) -> None:
    """After a form was read: add the error where its row has changed."""
    told = getattr(form, "check_opened", None)
    if told is not None:
        told()


def _has_versions(row: Any) -> bool:
    """Pages have, and what belongs to another row goes with that one."""
    return isinstance(row, Page) or any(isinstance(field, ParentalKey) for field in row._meta.get_fields())


def _sent(request: HttpRequest) -> dict[str, State] | None:
    """What stood in the rows when the form was opened; None where the form was made by hand, empty where nobody can read it."""
    if request.method != "POST" or OPENED not in request.POST:
        return None
    try:
        return dict(signing.loads(request.POST[OPENED], salt=SALT))
    except (signing.BadSignature, ValueError):
        return {}


def _state(model: type[Model], pk: Any, names: Iterable[str], lock: bool = False) -> State:
    """A digest of each of these fields as the database has them, and the number of the last entry of the log."""
    rows = model._base_manager.filter(pk=pk)
    row = (rows.select_for_update(no_key=True) if lock else rows).first()
    if row is None:
        return {}
    values = {name: value for name in names if (value := _value(row, name)) is not None}
    state: State = {name: salted_hmac(SALT, value).hexdigest()[:12] for name, value in values.items()}
    entry = _logged(model, pk).first()
    return {**state, LOG: entry.pk if entry else 0} if state else {}


def _value(row: Model, name: str) -> str | None:
    try:
        field: Any = row._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if field.one_to_many or field.auto_created:
        return repr(sorted(map(str, getattr(row, name).values_list())))
    if field.many_to_many:
        return repr(sorted(map(str, getattr(row, name).values_list("pk", flat=True))))
    return str(field.value_to_string(row)) if field.concrete else None


def _logged(model: type[Model], pk: Any) -> Any:
    """What is written in the log of a row, the newest first."""
    return logs.get_logs_for_instance(model(pk=pk)).order_by("-pk")


def _words(request: HttpRequest, entry: Any, labels: list[str]) -> str:
    if entry is None:
        came = _("This was changed after you opened the form.")
    else:
        when = date_format(localtime(entry.timestamp), "DATETIME_FORMAT")
        who = get_user_display_name(entry.user) if entry.user else _("Somebody")
        came = _("%(who)s saved this after you opened the form, %(when)s.") % {"who": who, "when": when}
        if entry.user_id == request.user.pk:
            came = _("You saved this in another window, %(when)s.") % {"when": when}
    what = _("Changed: %(fields)s.") % {"fields": ", ".join(labels)} if labels else ""
    kept = _(
        "What you wrote is not saved; it is still in the form. Open it as it is now in a new tab and take over what you need. "
        "If you save again, yours takes its place."
    )
    return " ".join(filter(None, (came, what, kept)))
