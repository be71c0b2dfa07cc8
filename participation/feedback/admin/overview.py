"""All dialogues that a person answers, those that wait first."""

from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from cms import clock
from cms.admin.columns import DayColumn
from cms.export.views import export_button
from participation.choices import OutcomeStep, State
from participation.dialogues.admin.columns import StateColumn
from participation.feedback.admin.addresses import NAMESPACE, overview_export_url, themes_url
from participation.models import Contribution, DialoguePage, OutcomePage, Theme
from participation.permissions import dialogues_open_to

WAITING = (State.CLOSED, State.OPEN)


class OutcomeColumn(Column):
    """How far the outcome has come."""

    def get_value(self, instance: Any) -> Any:
        if instance.outcome_live is None:
            return "–"
        return OutcomeStep(instance.outcome_step).label if instance.outcome_live else _("Draft")


class OverviewView(PermissionCheckedMixin, BaseListingView):
    """The list: unsorted contributions, themes and outcome of each dialogue."""

    model = Contribution
    any_permission_required = ["sort"]
    page_title = _("Themes and answers")
    header_icon = "list-ul"
    index_url_name = f"{NAMESPACE}:overview"
    paginate_by = 50
    default_ordering = ("rank", F("feedback_due_on").asc(nulls_last=True), "title", "pk")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [export_button(overview_export_url(), self.request)]

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("title", label=_("Dialogue"), get_url=themes_url, sort_key="title"),
            StateColumn("state", label=_("State")),
            DayColumn("feedback_due_on", label=_("Answer promised by"), sort_key="feedback_due_on"),
            Column("unsorted", label=_("Unsorted"), sort_key="unsorted"),
            Column("theme_count", label=_("Themes"), sort_key="theme_count"),
            OutcomeColumn("outcome", label=_("Outcome")),
        ]

    def get_base_queryset(self) -> QuerySet[DialoguePage]:
        """Dialogues that have something to answer: the published ones, and drafts to which somebody wrote."""
        rows = dialogues_open_to(self.request.user, "sort").filter(is_record=False).with_state(clock.now())
        unsorted = Contribution.objects.owed_answer().filter(dialogue=OuterRef("pk")).order_by().values("dialogue")
        themes = Theme.objects.filter(dialogue=OuterRef("pk")).order_by().values("dialogue")
        outcome = OutcomePage.objects.filter(path__startswith=OuterRef("path"), depth=OuterRef("depth") + 1)
        waits = When(state__in=WAITING, then=Value(0))
        return rows.annotate(
            unsorted=_number(unsorted),
            theme_count=_number(themes),
            outcome_live=Subquery(outcome.values("live")[:1]),
            outcome_step=Subquery(outcome.values("step")[:1]),
            rank=Case(waits, default=Value(1), output_field=IntegerField()),
        ).filter(Q(live=True) | Q(unsorted__gt=0) | Q(theme_count__gt=0))


def _number(rows: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)
