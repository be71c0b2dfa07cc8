"""The form of an activity in the admin: it is tied to one of the dialogue's phases, or to none."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.templatetags.dates import short
from participation.editing.page_forms import CheckedPageForm


class ActivityForm(CheckedPageForm):
    """The form of a page that a method offers below a dialogue."""

    phase_key = forms.TypedChoiceField(
        label=_("Phase"),
        coerce=UUID,
        empty_value=None,
        required=False,
        help_text=_("People take part while this phase is open. Without a choice, in every phase that opens it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "phase_key" in self.fields:
            chosen = getattr(self.instance, "phase_key", None)
            self.fields["phase_key"].choices = _phase_choices(self.parent_page, chosen)


def _phase_choices(parent: Any, chosen: UUID | None) -> list[tuple[Any, Any]]:
    """The phases as the dialogue's editor sees them, in a draft too; one that is gone stays chosen until another is."""
    dialogue = parent.specific.canonical if parent is not None else None
    phases = sorted(dialogue.get_latest_revision_as_object().phases.all(), key=lambda phase: phase.opens_at) if dialogue else []
    choices: list[tuple[Any, Any]] = [("", _("Every phase that opens it"))]
    choices += [(phase.translation_key, f"{phase.name} ({short(phase.opens_at)}–{short(phase.last_day)})") for phase in phases]
    if chosen is not None and chosen not in {key for key, _words in choices}:
        choices.append((chosen, _("(a phase that is no longer there)")))
    return choices
