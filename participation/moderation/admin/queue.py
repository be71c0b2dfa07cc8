"""The queue: what waits for a moderator over all dialogues they answer for, the oldest first, decided one by one or many at once."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Min
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from cms import clock
from participation.models.contribution import ContributionQuerySet
from participation.moderation.admin.addresses import list_url, log_url, queue_url
from participation.moderation.admin.buttons import queue_buttons, queue_notes
from participation.moderation.admin.listing import ContributionIndexView, TextColumn
from participation.moderation.admin.rows import contributions_of, whole_text
from participation.moderation.queries import age_in_words, in_queue, reasons_of


class WhyColumn(Column):
    """Why it waits, and how long it has."""

    cell_template_name = "participation/moderation/admin/why_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        since: datetime = instance.waits_since
        age = age_in_words(since, clock.now())
        return super().get_cell_context_data(instance, parent_context) | {"reasons": reasons_of(instance), "since": since, "age": age}


class DecideColumn(Column):
    """What the person may decide, as links to pages that ask before anything happens."""

    cell_template_name = "participation/moderation/admin/decide_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        back = queue_url(**request.GET.dict())
        buttons, notes = queue_buttons(instance, request.user, back), queue_notes(instance, request.user)
        return super().get_cell_context_data(instance, parent_context) | {"buttons": buttons, "notes": notes}


class ContributionQueueView(ContributionIndexView):
    """The queue; above it how many wait, and how long the oldest has."""

    any_permission_required = ["moderate"]
    page_title = _("Queue of moderation")

    @cached_property
    def list_display(self) -> list[Column]:
        return [
            TextColumn(accessor=whole_text, width="44%"),
            Column("dialogue", label=_("Dialogue"), accessor="dialogue.title", width="16%"),
            WhyColumn("why", label=_("Why it waits")),
            DecideColumn("decide", label=_("Decide")),
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [
            HeaderButton(_("All contributions"), url=list_url(), icon_name="comment"),
            HeaderButton(_("Who looked when"), url=log_url(), icon_name="view"),
        ]

    def get_base_queryset(self) -> ContributionQuerySet:
        return in_queue(contributions_of(self.request.user, "moderate"))

    def order_queryset(self, queryset: ContributionQuerySet) -> ContributionQuerySet:
        return queryset.order_by("waits_since", "pk")  # type: ignore[misc]  # in_queue adds it

    def _waiting(self) -> dict[str, Any]:
        """The whole queue in figures, whatever is filtered."""
        figures = self.get_base_queryset().aggregate(number=Count("pk"), oldest=Min("waits_since"))
        return figures | {"age": age_in_words(figures["oldest"], clock.now()) if figures["oldest"] else ""}
