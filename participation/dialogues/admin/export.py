"""The list of dialogues as a file: state, promise, phases and how many took part."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms import clock
from cms.export.columns import Column, Export, per_choice, per_row
from cms.export.keyset import in_batches
from cms.export.views import ExportView
from cms.organisation.levels import Level
from cms.organisation.models import Administration
from participation.choices import DialogueKind, State
from participation.models import Contribution, DialoguePage, Theme

LIST = "participation_dialogues:index"


def _state(page: DialoguePage) -> str:
    return str(State(page.state).label if page.live else _("Draft"))


def _responsible(page: DialoguePage) -> str:
    person = page.feedback_responsible
    return person.shown_function if person else ""


_COLUMNS: Sequence[Column] = (
    per_row("title", gettext_lazy("Title"), lambda page: page.title),
    per_row("question", gettext_lazy("Question"), lambda page: page.question),
    per_row("state", gettext_lazy("State"), _state),
    per_row("administration", gettext_lazy("Administration"), lambda page: page.administration_name),
    per_row("body", gettext_lazy("Committee"), lambda page: str(page.body or "")),
    per_choice("kind", gettext_lazy("Kind"), "kind", DialogueKind.choices),
    per_choice("level", gettext_lazy("Level of participation"), "level", Level.choices),
    per_row("opens_at", gettext_lazy("Opens"), lambda page: page.first_opens_at),
    per_row("closes_at", gettext_lazy("Closes"), lambda page: page.last_closes_at),
    per_row("promised_by", gettext_lazy("Answer promised by"), lambda page: None if page.cancelled_on else page.feedback_due_on),
    per_row("is_overdue", gettext_lazy("Answer overdue"), lambda page: bool(page.live and page.is_overdue)),
    per_row("responsible", gettext_lazy("Responsible"), _responsible),
    per_row("contributions", gettext_lazy("Contributions"), lambda page: page.contribution_count),
    per_row("people", gettext_lazy("People"), lambda page: page.people),
    per_row("themes", gettext_lazy("Themes"), lambda page: page.theme_count),
)


def dialogues_with_figures(keys: QuerySet[Any]) -> QuerySet[Any]:
    """Dialogues by their keys, with what the file tells of them; official answers are no contributions."""
    said = Contribution.objects.published().filter(dialogue=OuterRef("pk"), is_official=False).order_by().values("dialogue")
    themes = Theme.objects.filter(dialogue=OuterRef("pk")).order_by().values("dialogue")
    name = Administration.objects.filter(pk=OuterRef("administration_id")).values("name")
    rows = DialoguePage.objects.filter(pk__in=keys).with_state(clock.now()).with_administration()
    return rows.select_related("body", "feedback_responsible__administration").annotate(
        administration_name=Subquery(name[:1]),
        contribution_count=Coalesce(Subquery(said.annotate(number=Count("pk")).values("number")), 0),
        people=Coalesce(Subquery(said.annotate(number=Sum("group_size")).values("number")), 0),
        theme_count=Coalesce(Subquery(themes.annotate(number=Count("pk")).values("number")), 0),
    )


class DialogueExportView(ExportView):
    """The list of dialogues, as it is filtered and searched."""

    def get_export(self) -> Export:
        rows = dialogues_with_figures(self._keys())
        return Export(_("Dialogues"), _COLUMNS, rows.count(), in_batches(rows))

    def _keys(self) -> Any:
        """The keys of the rows that the list shows; those of a search come from the search, which is no query."""
        dialogues = self.listed.get_queryset()
        return [page.pk for page in dialogues] if self.listed.is_searching else dialogues.order_by().values("pk")

    def get_list_url(self) -> str:
        return reverse(LIST)
