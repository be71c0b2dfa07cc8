"""The forms of a dialogue's pages in the admin. Drafts may be incomplete; publishing asks the gate."""

from collections.abc import Sequence
from copy import copy
from typing import Any

from django import forms
from django.db.models import Model, Q, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet

from cms import clock
from cms.organisation.levels import Level
from cms.organisation.models import Topic
from cms.pages.forms import SitePageForm
from participation.choices import LEVEL_PROMISES, YesNo
from participation.editing.choice_labels import responsible_label, target_group_label
from participation.publication.missing import Missing
from participation.publication.order import TOLD, told_commitments
from participation.publication.partners import may_choose_partners
from participation.publication.requirements import ROWS, contradictions, missing_for_publication


class CheckedPageForm(SitePageForm):
    """A page form that says at each field what publishing misses, and keeps what was written."""

    def _post_clean(self) -> None:
        super()._post_clean()
        for formset in self.formsets.values():
            formset.is_valid()
        self.check_rows()
        if self.asks_for_publication():
            for missing in missing_for_publication(self.as_it_would_be(), self.rows(), self.parent_page):
                self._show(missing)

    def check_rows(self) -> None:
        """Check what must fit together even in a draft."""

    def asks_for_publication(self) -> bool:
        """Whether the gate is asked: by publishing and sending to a workflow, not by a draft, a preview or a refusal."""
        refused = self.data.get("action-workflow-action") and self.data.get("workflow-action-name") == "reject"
        given_up = self.data.get("action-cancel-workflow")
        if (refused or given_up) and not self.data.get("action-publish"):
            return False
        return not self.is_deferred_validation

    def rows(self) -> dict[str, Sequence[Any]]:
        """The rows that the gate asks about, as they stand in the form."""
        return {name: self.rows_of(name) for name in ROWS.get(type(self.instance).__name__, ())}

    def as_it_would_be(self) -> Any:
        """The page; of an activity, whose method knows nothing of forms, a copy that holds the rows as they stand in the form."""
        if type(self.instance).__name__ in ROWS:
            return self.instance
        page = copy(self.instance)
        page._cluster_related_objects = dict(getattr(page, "_cluster_related_objects", None) or {})
        for name in self.formsets.keys() - {"comments"}:  # editors' own notes on the page
            getattr(page, name).set(self.rows_of(name))
        return page

    def rows_of(self, name: str) -> Sequence[Any]:
        """Some rows or chosen things as they stand in the form."""
        if name in self.formsets:
            return [*(form.instance for form in self.written_forms(name)), *self._untouched_rows(name)]
        chosen = self.cleaned_data.get(name) if name in self.fields else getattr(self.instance, name).all()
        return list(chosen or ())

    def _untouched_rows(self, name: str) -> list[Any]:
        """Stored rows that the form does not name: somebody added them meanwhile, and saving keeps them."""
        named = {form.instance.pk for form in self.formsets[name].forms}
        return [row for row in getattr(self.instance, name).all() if row.pk is not None and row.pk not in named]

    def forms_of(self, name: str) -> list[Any]:
        """The valid forms of some rows; those to be removed and empty ones are left out."""
        return [form for form in self.written_forms(name) if form.is_valid()]

    def written_forms(self, name: str) -> list[Any]:
        """The forms of some rows in which something is written, faulty ones too: what is wrong there is said there."""
        gone = self.removed_forms(name)
        return [form for form in self.formsets[name].forms if form not in gone and (form.instance.pk or form.has_changed())]

    def removed_forms(self, name: str) -> list[Any]:
        """The forms of some rows that are to be removed."""
        formset = self.formsets[name]
        return [form for form in formset.forms if formset.is_bound and formset.can_delete and formset._should_delete_form(form)]

    def refuse_rows(self, name: str, sentence: Any) -> None:
        """Say of some rows together that they cannot stay like this."""
        self.formsets[name].non_form_errors().append(sentence)

    def keep_row(self, name: str, form: Any, field: str, sentence: Any) -> None:
        """Put a row back that was to be removed, with the reason why it stays."""
        formset = self.formsets[name]
        formset.data = form.data = formset.data.copy()
        form.data[form.add_prefix("DELETE")] = ""
        form.cleaned_data["DELETE"] = False
        form.add_error(field, sentence)
        formset.full_clean()  # counts the errors of the rows that stay

    def _show(self, missing: Missing) -> None:
        if missing.where in self.errors:
            return
        row = next((form for form in self._forms_of_rows(missing.where) if form.instance is missing.row), None)
        if row is not None and missing.row_field in row.fields:
            if missing.row_field not in row.errors:
                row.add_error(missing.row_field, missing.message)
        elif missing.where in self.fields:
            self.add_error(missing.where, missing.message)
        elif missing.where in self.formsets:
            self.refuse_rows(missing.where, missing.message)
        else:
            self.add_error(None, missing.message)

    def _forms_of_rows(self, name: str) -> list[Any]:
        return list(self.formsets[name].forms) if name in self.formsets else []


class DialogueForm(CheckedPageForm):
    """The form of a dialogue: closed lists offer what can be chosen today, and what was chosen before."""

    topics = forms.ModelMultipleChoiceField(
        queryset=Topic.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Topics"),
        help_text=_("What it is about: “Roads and traffic”. The list is closed, so that filters find everything."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("topics", Q(is_active=True))
        self._offer("places", Q(is_active=True))
        self._offer("target_groups", Q(is_active=True), target_group_label)
        self._offer("body", _exists_today())
        if "feedback_responsible" in self.fields:
            self.fields["feedback_responsible"].label_from_instance = responsible_label
        self._offer("partners", _exists_today() & ~Q(pk=_own_administration(self.instance)))
        if "partners" in self.fields and not may_choose_partners(self.for_user, self.instance, self.parent_page):
            self.fields["partners"].disabled = True
        if "level" in self.fields:
            self.fields["level"].choices = [(level.value, _level_label(level)) for level in Level]
        if "concerns_children" in self.fields:
            self.fields["concerns_children"].choices = YesNo.choices

    def _offer(self, name: str, offered: Q, label: Any = None) -> None:
        field = self.fields.get(name)
        if field is None:
            return
        field.queryset = _offered(field.queryset, offered, _chosen(self.instance, name))
        if label:
            field.label_from_instance = label

    def check_rows(self) -> None:
        """Two phases may overlap only when they open different things."""
        if "phases" not in self.formsets:
            return
        by_phase = {id(form.instance): form for form in self.forms_of("phases")}
        for earlier, later in contradictions([form.instance for form in by_phase.values()]):
            sentence = _("It overlaps “{phase}”, which opens the same. Move one of them, or let them open different things.")
            by_phase[id(later)].add_error("opens_at", format_lazy(sentence, phase=earlier.name))


def _offered(rows: QuerySet[Any], offered: Q, chosen: list[int]) -> QuerySet[Any]:
    return rows.filter(pk__in=rows.filter(offered | Q(pk__in=chosen)).values("pk"))


def _chosen(page: Model, name: str) -> list[int]:
    value = getattr(page, name)
    if value is None or isinstance(value, Model):
        return [value.pk] if value else []
    return [row.pk for row in value.all()]


def _own_administration(page: Any) -> int | None:
    administration = page.administration if page.pk else None
    return administration.pk if administration else None


def _exists_today() -> Q:
    today = clock.today()
    return (Q(valid_from=None) | Q(valid_from__lte=today)) & (Q(valid_to=None) | Q(valid_to__gte=today))


def _level_label(level: Level) -> SafeString:
    return format_html("<span><strong>{}.</strong> {}</span>", level.label, LEVEL_PROMISES[level])


class OwnRowsFormSet(BaseChildFormSet):
    """Rows that may name only themes and decisions of their own dialogue."""

    dialogue: Any = None

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for name in ("theme", "decision"):
            if name in form.fields:
                form.fields[name].queryset = form.fields[name].queryset.filter(dialogue=self.dialogue)


class BelowDialogueForm(CheckedPageForm):
    """The form of a page below a dialogue: its rows know the dialogue."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dialogue = self.parent_page.specific if self.parent_page else None
        for formset in self.formsets.values():
            if isinstance(formset, OwnRowsFormSet):
                formset.dialogue = getattr(dialogue, "canonical", None)


class OutcomeForm(BelowDialogueForm):
    """The form of an outcome."""


class FollowUpForm(BelowDialogueForm):
    """The form of a follow-up: a status that changes without a day gets today's, and no commitment is removed of which people were told."""

    def check_rows(self) -> None:
        if "commitments" not in self.formsets:
            return
        told = {row.pk for row in told_commitments(self.instance, self.instance.dialogue)} if self.instance.pk else set()
        for form in self.removed_forms("commitments"):
            if form.instance.pk in told:
                self.keep_row("commitments", form, "status", TOLD)
        for form in self.forms_of("commitments"):
            changed = "status" in form.changed_data or not form.instance.pk
            if changed and "status_on" not in form.changed_data:
                form.instance.status_on = clock.today()
