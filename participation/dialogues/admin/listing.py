"""All dialogues that a person may edit: state, promise, contributions; and the door to a new one."""

from typing import Any

import django_filters
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import HeaderButton

from cms import clock
from cms.admin.columns import DayColumn
from cms.export.views import export_button
from cms.organisation.models import Administration, Body
from participation.choices import State
from participation.dialogues.admin.columns import StateColumn
from participation.dialogues.admin.export import DialogueExportView
from participation.dialogues.admin.views import StartDialogueView
from participation.models import Contribution, DialoguePage
from participation.models.dialogue_queryset import DialogueQuerySet
from participation.permissions import dialogues_open_to


class DialogueFilterSet(WagtailFilterSet):
    """By state, administration and body."""

    state = django_filters.MultipleChoiceFilter(label=_("State"), choices=State.choices, widget=CheckboxSelectMultiple)
    administration_id = django_filters.ModelMultipleChoiceFilter(
        label=_("Administration"), queryset=Administration.objects.all(), widget=CheckboxSelectMultiple, method="in_administration"
    )
    body = django_filters.ModelMultipleChoiceFilter(label=_("Committee"), queryset=Body.objects.all(), widget=CheckboxSelectMultiple)

    def in_administration(self, rows: DialogueQuerySet, name: str, chosen: Any) -> DialogueQuerySet:
        return rows.filter(administration_id__in=[row.pk for row in chosen]) if chosen else rows

    class Meta:
        model = DialoguePage
        fields: list[str] = []


class DialogueIndexView(IndexView):
    """The listing itself."""

    page_title = _("Dialogues")
    add_item_label = _("New dialogue")
    any_permission_required = {"change", "publish"}
    show_locale_labels = False

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [*super().header_buttons, export_button(reverse("participation_dialogues:export"), self.request)]

    def get_base_queryset(self) -> QuerySet[DialoguePage]:
        mine = DialoguePage.objects.filter(pk__in=dialogues_open_to(self.request.user, "view").values("pk"))
        counted = Contribution.objects.published().filter(dialogue=OuterRef("pk"), is_official=False).order_by().values("dialogue")
        number = Subquery(counted.annotate(number=Count("pk")).values("number"))
        return self.annotate_queryset(mine.with_state(clock.now()).with_administration().annotate(contribution_count=Coalesce(number, 0)))


def hide_from_moderators(request: HttpRequest, menu_items: list[Any]) -> None:
    """Hook `construct_main_menu`: the list is for those who edit pages; who only moderates has the contributions."""
    if not user_has_any_page_permission(request.user):
        url = reverse("participation_dialogues:index")
        menu_items[:] = [item for item in menu_items if item.url != url]


class DialogueListing(PageListingViewSet):
    """Dialogues in the main menu, with the view that starts a new one."""

    model = DialoguePage
    name = url_namespace = "participation_dialogues"
    url_prefix = "dialogues"
    menu_label = _("Dialogues")
    icon = menu_icon = "openquote"
    menu_order = 100
    add_to_admin_menu = True
    index_view_class = DialogueIndexView
    filterset_class = DialogueFilterSet
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        StateColumn("state", label=_("State"), sort_key="state", width="14%"),
        DayColumn("feedback_due_on", label=_("Answer promised by"), sort_key="feedback_due_on", width="14%"),
        Column("contribution_count", label=_("Contributions"), sort_key="contribution_count", width="12%"),
        PageStatusColumn("status", label=_("Publication"), sort_key="live", width="12%"),
    ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(**{"add_url_name": self.get_url_name("new"), **kwargs})

    @cached_property
    def new_view(self) -> Any:
        return StartDialogueView.as_view()

    @cached_property
    def export_view(self) -> Any:
        return DialogueExportView.as_view(list_view=self.index_view)

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.new_view, name="new"),
            path("export/", self.export_view, name="export"),
        ]
