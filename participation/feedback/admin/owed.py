"""What do we owe an answer? Every closed dialogue without one, by body: when it was promised, and who answers."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from cms import clock
from cms.export.views import export_button
from cms.organisation.models import Administration, Body
from cms.people import Person
from cms.text.alphabet import swedish_key
from participation.choices import State
from participation.dialogues.queries import DialogueRow, administrations_of, rows_for
from participation.feedback.admin.addresses import owed_export_url, owed_url
from participation.models import Contribution
from participation.permissions import dialogues_open_to


@dataclass(frozen=True)
class Debt:
    """A dialogue that waits for its answer."""

    row: DialogueRow
    administration: Administration | None

    @property
    def responsible(self) -> str:
        """The function, as people see it."""
        person = self.row.page.feedback_responsible
        return person.shown_function if person else ""


@dataclass
class BodyDebts:
    """What one body owes, the longest promised first."""

    body: Body | None
    debts: list[Debt] = field(default_factory=list)

    @property
    def late(self) -> int:
        return sum(debt.row.overdue for debt in self.debts)


def debts_of(person: Person) -> list[BodyDebts]:
    """Of all dialogues a person works with, a group for each body; those without a body last."""
    pages = dialogues_open_to(person, "view").filter(live=True).select_related("locale", "body", "feedback_responsible__administration")
    rows = rows_for(pages.order_by("feedback_due_on", "title", "pk").prefetch_related("phases"), clock.now())
    closed = [row for row in rows if row.state == State.CLOSED]
    administrations = administrations_of([row.page for row in closed])
    groups: dict[int | None, BodyDebts] = {}
    for row in closed:
        group = groups.setdefault(row.page.body_id, BodyDebts(row.page.body))
        group.debts.append(Debt(row, administrations.get(row.page.path)))
    return sorted(groups.values(), key=lambda group: (group.body is None, swedish_key(str(group.body or ""))))


class OwedView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """The list, made to be printed for a meeting."""

    model = Contribution
    any_permission_required = ["view"]
    template_name = "participation/feedback/admin/owed.html"
    page_title = _("Answers we owe")
    header_icon = "calendar-check"

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [export_button(owed_export_url(), self.request)]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [{"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        groups = debts_of(self.request.user)
        number, late = sum(len(group.debts) for group in groups), sum(group.late for group in groups)
        return super().get_context_data(**kwargs) | {"groups": groups, "number": number, "late": late, "today": clock.today()}


class OwedMenuItem(MenuItem):
    """Shown to those who work with some dialogue."""

    def is_shown(self, request: HttpRequest) -> bool:
        return dialogues_open_to(request.user, "view").exists()


def menu_item() -> MenuItem:
    """The entry among the reports."""
    return OwedMenuItem(_("Answers we owe"), owed_url(), name="owed", icon_name="calendar-check", order=850)
