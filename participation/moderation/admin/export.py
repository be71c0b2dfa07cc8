"""The lists of moderation as files: contributions with what became of them, and the log of who looked when."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Prefetch, Subquery
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from cms.export.columns import Column, Export, per_choice, per_row
from cms.export.keyset import in_batches
from cms.export.views import ExportView
from cms.organisation.models import Administration
from cms.people import Person
from participation.choices import Channel, ContributionState, HideReason
from participation.dialogues.answers import answer_sentence
from participation.models import Contribution, ContributionRevision, DialoguePage, OutcomeItem, Report, Theme
from participation.models.contribution import ContributionQuerySet
from participation.moderation.admin.addresses import list_url, log_url
from participation.moderation.admin.rows import answer_status
from participation.moderation.supervision import LOOKS_LATELY
from participation.permissions import dialogues_open_to
from participation.registry import all_methods


@dataclass(frozen=True)
class Reader:
    """Who takes the file out: what is hidden is read by those who moderate the dialogue, and by nobody else."""

    moderated: frozenset[int]

    @classmethod
    def of(cls, person: Person) -> "Reader":
        """Somebody's moderated dialogues, asked once."""
        return cls(frozenset(dialogues_open_to(person, "moderate").values_list("pk", flat=True)))

    def may_read(self, row: Contribution) -> bool:
        """Whether the file gives the text and the name as they were written."""
        return row.state != ContributionState.HIDDEN or row.dialogue_id in self.moderated

    def text(self, row: Contribution) -> str:
        return row.text if self.may_read(row) else _("(hidden: those who moderate read it)")

    def name(self, row: Contribution) -> str:
        return row.shown_name if self.may_read(row) else ""

    def earlier(self, row: Any) -> list[str]:
        """Earlier texts with their names: before an edit, a withdrawal or a masked name."""
        return [_earlier(revision) for revision in row.earlier] if row.dialogue_id in self.moderated else []


def _earlier(revision: ContributionRevision) -> str:
    until = f"{localtime(revision.replaced_at):%Y-%m-%d %H:%M}"
    return f"{until} {revision.author_name}: {revision.text}" if revision.author_name else f"{until}: {revision.text}"


def contribution_columns(reader: Reader) -> list[Column]:
    """The register's columns, those that only moderators get, and those that methods add."""
    personal = [per_row("earlier_texts", gettext_lazy("Earlier texts"), reader.earlier)] if reader.moderated else []
    return [*_where_it_came_from(), *_what_was_said(reader), *_what_became_of_it(), *personal, *_of_the_methods()]


def _where_it_came_from() -> list[Column]:
    return [
        per_row("code", gettext_lazy("Code"), lambda row: row.shown_code),
        per_row("dialogue", gettext_lazy("Dialogue"), lambda row: row.dialogue.title),
        per_row("administration", gettext_lazy("Administration"), lambda row: row.dialogue.administration_name),
        per_row("received_at", gettext_lazy("Received"), lambda row: row.received_at),
        per_choice("method", gettext_lazy("Method"), "method", [(method.name, method.label) for method in all_methods()]),
        per_choice("channel", gettext_lazy("Channel"), "channel", Channel.choices),
        per_row("people", gettext_lazy("People"), lambda row: row.group_size),
        per_row("place", gettext_lazy("Place"), lambda row: row.place.name if row.place else None),
        per_row("target_groups", gettext_lazy("Target groups"), lambda row: [group.name for group in row.whom_it_concerns]),
        per_row("language", gettext_lazy("Language"), lambda row: row.language),
    ]


def _what_was_said(reader: Reader) -> list[Column]:
    return [
        per_row("name", gettext_lazy("Name or alias"), reader.name),
        per_row("text", gettext_lazy("Text"), reader.text),
        per_row("edited_at", gettext_lazy("Edited"), lambda row: row.edited_at),
        per_row("reply_to", gettext_lazy("Reply to"), lambda row: row.reply_to.shown_code if row.reply_to else None),
        per_row("is_official", gettext_lazy("Official answer"), lambda row: row.is_official),
        per_choice("state", gettext_lazy("State"), "state", ContributionState.choices),
        per_choice("hidden_reason", gettext_lazy("Why it is hidden"), "hidden_reason", HideReason.choices),
        per_row("public_note", gettext_lazy("Public note"), lambda row: row.public_note),
    ]


def _what_became_of_it() -> list[Column]:
    return [
        per_row("supports", gettext_lazy("Supports"), lambda row: row.supports),
        per_row("replies", gettext_lazy("Replies"), lambda row: row.reply_count),
        per_row("reports", pgettext_lazy("contribution", "Reports"), lambda row: len(row.open_reports)),
        per_row("themes", gettext_lazy("Themes"), lambda row: [theme.title for theme in row.themes.all()]),
        per_row("answer_status", gettext_lazy("Where its answer comes from"), answer_status),
        per_row("answers", gettext_lazy("Answers"), _answers),
        per_row("decisions", gettext_lazy("Decisions"), _decisions),
        per_row("no_answer_reason", gettext_lazy("Why it needs no answer"), _no_answer_reason),
    ]


def _of_the_methods() -> list[Column]:
    return [column for method in all_methods() for column in method.export_columns()]


def _answers(row: Any) -> list[str]:
    return [f"{theme.title}: {answer_sentence(item, item.page)}" for theme in row.themes.all() for item in theme.published_answers]


def _decisions(row: Any) -> list[str]:
    cited = [item.decision.citation for theme in row.themes.all() for item in theme.published_answers if item.decision]
    return list(dict.fromkeys(cited))


def _no_answer_reason(row: Any) -> str | None:
    mark = getattr(row, "no_answer_needed", None)
    return f"{mark.get_reason_display()} {mark.note}".strip() if mark else None


def published_answers() -> Prefetch[str]:
    """The answers to themes that people can read: those of live outcomes, in the default language."""
    live = OutcomeItem.objects.filter(page__live=True, page__alias_of=None, page__locale__language_code=settings.LANGUAGE_CODE)
    return Prefetch("answers", queryset=live.exclude(answer="").select_related("decision__body", "page"), to_attr="published_answers")


def with_what_a_file_shows(rows: ContributionQuerySet) -> ContributionQuerySet:
    """Loads with each batch what its columns read: a number of queries that does not follow the number of rows."""
    name = Administration.objects.filter(pk=OuterRef("administration_id")).values("name")
    dialogues = DialoguePage.objects.with_administration().annotate(administration_name=Subquery(name[:1]))
    return (
        rows.select_related(None)
        .prefetch_related(None)
        .select_related("thread_root", "reply_to", "no_answer_needed", "place")
        .defer("thread_root__text", "reply_to__text")
        .prefetch_related(
            Prefetch("dialogue", queryset=dialogues.only("title", "path", "depth")),
            Prefetch("themes", queryset=Theme.objects.prefetch_related(published_answers())),
            Prefetch("reports", queryset=Report.objects.filter(handled_at=None), to_attr="open_reports"),
            Prefetch("target_groups", to_attr="whom_it_concerns"),
        )
    )


_LOG_COLUMNS: Sequence[Column] = (
    per_row("dialogue", gettext_lazy("Dialogue"), lambda row: row.title),
    per_row("administration", gettext_lazy("Administration"), lambda row: row.administration_name),
    per_row("last_looked_at", gettext_lazy("Last look"), lambda row: row.last_looked_at),
    per_row("last_looked_by", gettext_lazy("By"), lambda row: row.last_looked_by),
    per_row("looks_lately", LOOKS_LATELY, lambda row: row.looks_lately),
    per_row("unseen", gettext_lazy("Received since"), lambda row: row.unseen),
)
_LOOK_COLUMNS: Sequence[Column] = (
    per_row("looked_at", gettext_lazy("When"), lambda row: row.looked_at),
    per_row("person", gettext_lazy("Who"), lambda row: str(row.person or "")),
    per_row("seen", gettext_lazy("Contributions seen"), lambda row: row.seen),
    per_row("seen_until", gettext_lazy("The newest of them received"), lambda row: row.seen_until),
)


class ContributionExportView(ExportView):
    """The list of contributions, as it is filtered."""

    def get_export(self) -> Export:
        rows, reader = self.listed.get_queryset(), Reader.of(self.request.user)
        shown = with_what_a_file_shows(rows)
        shown = shown.prefetch_related(Prefetch("revisions", to_attr="earlier")) if reader.moderated else shown
        return Export(_("Contributions"), contribution_columns(reader), rows.count(), in_batches(shown))

    def get_list_url(self) -> str:
        return list_url()

    def get_subject(self) -> DialoguePage | None:
        """The dialogue that the list is narrowed to."""
        return self.listed.filters.form.cleaned_data.get("dialogue")


class LogExportView(ExportView):
    """Who looked when, over all dialogues of those who supervise."""

    def get_export(self) -> Export:
        rows = self.listed.get_queryset()
        return Export(_("Who looked when"), _LOG_COLUMNS, rows.count(), in_batches(rows))

    def get_list_url(self) -> str:
        return log_url()


class DialogueLogExportView(ExportView):
    """Every look at one dialogue."""

    def get_export(self) -> Export:
        rows = self.listed.get_queryset()
        return Export(f"{_('Who looked when')}: {self.listed.dialogue.title}", _LOOK_COLUMNS, rows.count(), in_batches(rows))

    def get_list_url(self) -> str:
        return log_url(self.listed.dialogue)

    def get_subject(self) -> DialoguePage:
        return self.listed.dialogue
