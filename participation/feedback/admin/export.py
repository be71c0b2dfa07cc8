"""The lists of the answering as files: themes with their answers, and what is owed an answer."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.export.columns import Column, Export, per_row
from cms.export.keyset import in_batches
from cms.export.views import ExportView
from participation.dialogues.answers import answer_sentence
from participation.feedback.admin.addresses import overview_url, owed_url, themes_url
from participation.feedback.admin.owed import debts_of
from participation.feedback.queries import with_counts
from participation.models import DialoguePage, Theme
from participation.moderation.admin.export import published_answers


def _answer(theme: Any) -> Any | None:
    return theme.published_answers[0] if theme.published_answers else None


def _of_the_answer(read: Any) -> Any:
    """Reads the published answer to a theme; empty where there is none yet."""
    return lambda theme: read(answer) if (answer := _answer(theme)) else None


_THEME_COLUMNS: Sequence[Column] = (
    per_row("dialogue", gettext_lazy("Dialogue"), lambda theme: theme.dialogue_title),
    per_row("theme", gettext_lazy("Theme"), lambda theme: theme.title),
    per_row("summary", gettext_lazy("What you said"), lambda theme: theme.summary),
    per_row("contributions", gettext_lazy("Contributions"), lambda theme: theme.contribution_count),
    per_row("people", gettext_lazy("People"), lambda theme: theme.people),
    per_row("answer", gettext_lazy("Answer"), _of_the_answer(lambda item: answer_sentence(item, item.page))),
    per_row("reason_kind", gettext_lazy("Kind of reason"), _of_the_answer(lambda item: item.get_reason_kind_display())),
    per_row("reason", gettext_lazy("Reason"), _of_the_answer(lambda item: item.reason)),
    per_row("decision", gettext_lazy("Decision"), _of_the_answer(lambda item: item.decision.citation if item.decision else None)),
)
_OWED_COLUMNS: Sequence[Column] = (
    per_row("body", gettext_lazy("Committee"), lambda debt: str(debt.row.page.body or "")),
    per_row("dialogue", gettext_lazy("Dialogue"), lambda debt: debt.row.page.title),
    per_row("promised_by", gettext_lazy("Answer promised by"), lambda debt: debt.row.facts.feedback_due_on),
    per_row("days_late", gettext_lazy("Days late"), lambda debt: debt.row.days_late),
    per_row("responsible", gettext_lazy("Responsible"), lambda debt: debt.responsible),
    per_row("administration", gettext_lazy("Administration"), lambda debt: str(debt.administration or "")),
)


def themes_of(dialogues: Any) -> QuerySet[Theme]:
    """Themes with what the file tells of them: published contributions, the people behind them, the published answer."""
    themes = with_counts(Theme.objects.filter(dialogue__in=dialogues))
    return themes.annotate(dialogue_title=F("dialogue__title")).prefetch_related(published_answers())


class OverviewExportView(ExportView):
    """The themes of all dialogues that the overview lists."""

    def get_export(self) -> Export:
        rows = themes_of(self.listed.get_queryset().order_by().values("pk"))
        return Export(_("Themes and answers"), _THEME_COLUMNS, rows.count(), in_batches(rows))

    def get_list_url(self) -> str:
        return overview_url()


class ThemesExportView(ExportView):
    """The themes of one dialogue."""

    def get_export(self) -> Export:
        rows = themes_of([self.listed.dialogue.pk])
        return Export(f"{_('Themes and answers')}: {self.listed.dialogue.title}", _THEME_COLUMNS, rows.count(), in_batches(rows))

    def get_list_url(self) -> str:
        return themes_url(self.listed.dialogue)

    def get_subject(self) -> DialoguePage:
        return self.listed.dialogue


class OwedExportView(ExportView):
    """Every closed dialogue without its answer, body by body."""

    def get_export(self) -> Export:
        debts = [debt for group in debts_of(self.request.user) for debt in group.debts]
        return Export(_("Answers we owe"), _OWED_COLUMNS, len(debts), [debts])

    def get_list_url(self) -> str:
        return owed_url()
