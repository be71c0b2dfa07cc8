"""The list of contributions: what was said in the person's dialogues, 50 at a time, in the same few queries."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import IndexView

from cms.export.views import export_button
from cms.people import signed_in
from participation.choices import ContributionState
from participation.models import Contribution
from participation.models.contribution import ContributionQuerySet
from participation.moderation.admin.addresses import admin_url, code_url, export_url, list_url
from participation.moderation.admin.rows import answer_status, contributions_of, excerpt, with_what_staff_see
from participation.moderation.admin.search import matching
from participation.moderation.queries import WAITS, waiting
from participation.moderation.supervision import note_supervision


class TextColumn(TitleColumn):
    """The beginning of the text as a link; under it who wrote it, how, and the code."""

    cell_template_name = "participation/moderation/admin/text_cell.html"

    def __init__(self, **how: Any) -> None:
        names = {"get_url": admin_url, "get_title_id": title_id, "classname": "gensvar-excerpt"}
        super().__init__("text", label=_("Contribution"), **names, **how)


class ThemesColumn(Column):
    """The themes, or where the answer comes from."""

    cell_template_name = "participation/moderation/admin/themes_cell.html"


class ReportsColumn(Column):
    """How many reports nobody has looked at yet."""

    cell_template_name = "participation/moderation/admin/reports_cell.html"


def title_id(row: Contribution) -> str:
    """What names a row's checkbox."""
    return f"snippet_{row.pk}_title"


def _columns() -> list[Column]:
    return [
        TextColumn(accessor=excerpt, width="36%"),
        Column("dialogue", label=_("Dialogue"), accessor="dialogue.title", sort_key="dialogue__title", width="14%"),
        DateColumn("received_at", label=_("Received"), sort_key="received_at"),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor="get_state_display",
            sort_key="state",
            primary=lambda row: row.state == ContributionState.PUBLISHED,
        ),
        ThemesColumn("themes", label=_("Themes"), accessor=answer_status, width="17%"),
        ReportsColumn("reports", label=pgettext_lazy("contribution", "Reports"), accessor=lambda row: len(row.open_reports)),
        Column("supports", label=_("Supports"), sort_key="support_count"),
    ]


class ContributionIndexView(IndexView):
    """The list; above it what waits for staff."""

    any_permission_required = ["view"]
    is_searchable = True
    page_title = _("Contributions")
    request: HttpRequest

    @cached_property
    def list_display(self) -> list[Column]:
        return _columns()

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        code = HeaderButton(_("Look up a code"), url=code_url(), icon_name="search")
        return [code, export_button(export_url(), self.request)]

    def get_base_queryset(self) -> ContributionQuerySet:
        return contributions_of(self.request.user)

    def order_queryset(self, queryset: ContributionQuerySet) -> ContributionQuerySet:
        """Always down to the row, so that no page shows a line twice."""
        return queryset.order_by(self.ordering or "-received_at", "-pk")

    def search_queryset(self, queryset: ContributionQuerySet) -> ContributionQuerySet:
        return with_what_staff_see(matching(queryset, self.search_query))

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        note_supervision(signed_in(self.request), context["object_list"])
        return context if self.results_only else context | {"waiting": self._waiting()}

    def _waiting(self) -> Any:
        rows = contributions_of(self.request.user)
        counts = [(name, label, waiting(rows, name).count()) for name, label in WAITS]
        return [{"url": f"{list_url()}?waits={name}", "label": label, "count": count} for name, label, count in counts]
