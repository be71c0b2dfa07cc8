"""Who looked when: over all dialogues of those who supervise, and at one dialogue."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Concat, Trim
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from cms import clock
from cms.admin.columns import MomentColumn
from cms.export.views import export_button
from cms.organisation.models import Administration
from cms.people import Person
from participation.models import Contribution, DialoguePage, ModerationLook
from participation.moderation.admin.addresses import log_export_url, log_url
from participation.moderation.supervision import AT_MOST_EVERY, LATELY, LOOKS_LATELY
from participation.permissions import dialogues_open_to

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def supervised_by(person: Person) -> Any:
    """The dialogues whose supervision a person may read about: those they moderate, and those they are responsible for."""
    moderated = dialogues_open_to(person, "moderate")
    return DialoguePage.objects.canonical().filter(Q(pk__in=moderated.values("pk")) | Q(feedback_responsible=person.pk))


class LogView(PermissionCheckedMixin, BaseListingView):
    """All dialogues that take contributions, those that nobody has looked at for longest first."""

    model = Contribution
    any_permission_required = ["view"]
    page_title = _("Who looked when")
    header_icon = "view"
    template_name = "participation/moderation/admin/log.html"
    extra_context = {"minutes": AT_MOST_EVERY // timedelta(minutes=1)}
    index_url_name = "participation_contributions:log"
    paginate_by = 50
    default_ordering = (F("last_looked_at").asc(nulls_first=True), "title", "pk")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [export_button(log_export_url(), self.request)]

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("title", label=_("Dialogue"), get_url=log_url, sort_key="title"),
            Column("administration", label=_("Administration"), accessor="administration_name"),
            MomentColumn("last_looked_at", label=_("Last look"), sort_key="last_looked_at"),
            Column("last_looked_by", label=_("By")),
            Column("looks_lately", label=LOOKS_LATELY, sort_key="looks_lately"),
            Column("unseen", label=_("Received since"), sort_key="unseen"),
        ]

    def get_base_queryset(self) -> QuerySet[DialoguePage]:
        looks = ModerationLook.objects.filter(dialogue=OuterRef("pk"))
        latest = looks.order_by("-looked_at", "-pk")
        lately = looks.filter(looked_at__gte=clock.now() - LATELY).order_by().values("dialogue").annotate(number=Count("pk"))
        who = Trim(Concat("person__first_name", Value(" "), "person__last_name"))
        since = Contribution.objects.filter(
            dialogue=OuterRef("pk"), is_official=False, received_at__gt=Coalesce(OuterRef("last_looked_at"), Value(NEVER))
        )
        unseen = since.order_by().values("dialogue").annotate(number=Count("pk"))
        name = Administration.objects.filter(pk=OuterRef("administration_id")).values("name")
        return (
            supervised_by(self.request.user)
            .filter(live=True, is_record=False)
            .with_administration()
            .annotate(
                administration_name=Subquery(name[:1]),
                last_looked_at=Subquery(latest.values("looked_at")[:1]),
                last_looked_by=Subquery(latest.annotate(who=who).values("who")[:1]),
                looks_lately=Coalesce(Subquery(lately.values("number")), 0),
            )
            .annotate(unseen=Coalesce(Subquery(unseen.values("number")), 0))
        )


class DialogueLogView(PermissionCheckedMixin, BaseListingView):
    """Every look at one dialogue, the latest first."""

    model = Contribution
    any_permission_required = ["view"]
    header_icon = "view"
    template_name = "participation/moderation/admin/log.html"
    extra_context = {"minutes": AT_MOST_EVERY // timedelta(minutes=1)}
    index_url_name = "participation_contributions:log"
    paginate_by = 100
    default_ordering = ("-looked_at", "-pk")

    @cached_property
    def dialogue(self) -> DialoguePage:
        return get_object_or_404(supervised_by(self.request.user), pk=self.kwargs["pk"])

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [export_button(log_export_url(self.dialogue), self.request)]

    @cached_property
    def columns(self) -> list[Column]:
        return [
            MomentColumn("looked_at", label=_("When")),
            Column("person", label=_("Who")),
            Column("seen", label=_("Contributions seen")),
            MomentColumn("seen_until", label=_("The newest of them received")),
        ]

    def get_page_title(self) -> str:
        return gettext("Who looked when")

    def get_page_subtitle(self) -> str:
        return self.dialogue.title

    def get_index_url(self) -> str:
        return log_url(self.dialogue)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [{"url": log_url(), "label": _("Who looked when")}, {"url": "", "label": self.dialogue.title}]

    def get_base_queryset(self) -> QuerySet[ModerationLook]:
        return ModerationLook.objects.filter(dialogue=self.dialogue).select_related("person")
