"""Sorting into themes and marking what needs no answer, many at once."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from participation.choices import ContributionState
from participation.feedback.actions import (
    create_theme,
    mark_no_answer_needed,
    sort_into_theme,
    take_out_of_theme,
    unmark_no_answer_needed,
)
from participation.feedback.admin.forms import NoAnswerForm, SortForm, TakeOutForm
from participation.models import Contribution
from participation.moderation.admin.bulk import ContributionBulkAction, quoted, require_one_dialogue

OFFICIAL = _("It is an official answer and needs none.")
GONE = {
    ContributionState.WITHDRAWN: _("It was withdrawn by the one who wrote it."),
    ContributionState.HIDDEN: _("It is hidden."),
}


class SortingAction(ContributionBulkAction):
    """Base of the actions that belong to whoever edits the dialogue."""

    right = "sort"


class SortAction(SortingAction):
    """Sorts contributions into themes that are there, or a new one."""

    action_type = "sort"
    display_name = _("Sort into theme")
    question = _("These contributions are put into the themes that you choose; the theme's answer is their answer.")
    undo = _("To undo it, choose them again and take “Take out of theme”.")
    action_priority = 20
    form_class = SortForm

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        return OFFICIAL if contribution.is_official else GONE.get(contribution.state, "")  # type: ignore[call-overload]

    def get_form_kwargs(self) -> dict[str, Any]:
        dialogue = require_one_dialogue([row.contribution for row in self.consequences], self.next_url)
        return super().get_form_kwargs() | {"dialogue": dialogue}

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        themes = list(answers.get("themes") or ())
        if answers["new_theme"].strip():
            themes.append(create_theme(contributions[0].dialogue, self.request.user, answers["new_theme"]))
        for theme in themes:
            sort_into_theme(theme, contributions, self.request.user)
        self.titles = ", ".join(quoted(theme.title) for theme in themes)
        return len(contributions)

    def done(self, number: int) -> str:
        sentence = ngettext("%(count)d contribution lies in %(themes)s.", "%(count)d contributions lie in %(themes)s.", number)
        return sentence % {"count": number, "themes": self.titles}


class TakeOutAction(SortingAction):
    """Takes contributions out of themes that they lie in."""

    action_type = "take_out"
    display_name = _("Take out of theme")
    question = _("These contributions are taken out of the themes that you choose. One that lies in none then waits for an answer.")
    undo = _("To undo it, choose them again and take “Sort into theme”.")
    action_priority = 70
    form_class = TakeOutForm

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        return "" if contribution.themes.all() else _("It lies in no theme.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"contributions": self.changing}

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        themes = list(answers["themes"])
        taken = [row for row in contributions if {theme.pk for theme in row.themes.all()} & {theme.pk for theme in themes}]
        for theme in themes:
            own = [row for row in taken if row.dialogue_id == theme.dialogue_id]
            take_out_of_theme(theme, own, self.request.user)
        return len(taken)

    def done(self, number: int) -> str:
        return ngettext("%(count)d contribution was taken out.", "%(count)d contributions were taken out.", number) % {"count": number}


class NoAnswerAction(SortingAction):
    """Marks contributions as needing no answer, with a reason that the receipt shows."""

    action_type = "no_answer"
    display_name = _("No answer needed")
    question = _("These contributions need no answer of their own. Their receipts show the reason.")
    undo = _("To undo it, choose them again and take “Needs an answer again”.")
    action_priority = 22
    form_class = NoAnswerForm

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        if contribution.themes.all():
            return _("It lies in a theme, which answers it.")
        return OFFICIAL if contribution.is_official else GONE.get(contribution.state, "")  # type: ignore[call-overload]

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        return mark_no_answer_needed(contributions, self.request.user, answers["reason"], answers["note"])

    def done(self, number: int) -> str:
        sentence = ngettext(
            "%(count)d contribution is marked as needing no answer.", "%(count)d contributions are marked as needing no answer.", number
        )
        return sentence % {"count": number}


class AnswerAgainAction(SortingAction):
    """Takes the mark away: the contributions wait for an answer again."""

    action_type = "answer_again"
    display_name = _("Needs an answer again")
    question = _("These contributions wait for an answer again.")
    undo = _("To undo it, choose them again and take “No answer needed”.")
    action_priority = 80

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        return "" if getattr(contribution, "no_answer_needed", None) else _("It is not marked.")

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        return unmark_no_answer_needed(contributions, self.request.user)

    def done(self, number: int) -> str:
        sentence = ngettext(
            "%(count)d contribution waits for an answer again.", "%(count)d contributions wait for an answer again.", number
        )
        return sentence % {"count": number}


SORTING = (SortAction, NoAnswerAction, TakeOutAction, AnswerAgainAction)
