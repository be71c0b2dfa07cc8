"""Hiding, showing, publishing and looking at reports, many at once."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.accounts.models import User
from participation.choices import ContributionState
from participation.models import Contribution
from participation.moderation.actions.hiding import handle_reports, hide_contribution, publish_contribution, show_contribution
from participation.moderation.admin.bulk import ContributionBulkAction
from participation.moderation.admin.forms import HideForm
from participation.moderation.rules import STAKES, conflict_of

PROPOSES = _("You propose it, and it stays as it is until then; what is against the law or tells private things is hidden at once.")
WITHDRAWN = _("It was withdrawn by the one who wrote it.")


class HideAction(ContributionBulkAction):
    """Hide with a reason from the closed list. A hidden one gets the new reason."""

    action_type = "hide"
    display_name = _("Hide")
    question = _("These contributions are hidden. Their texts are kept, and their receipts tell the reason.")
    undo = _("To undo it, choose them again and take “Show again”.")
    action_priority = 12
    classes = {"serious"}
    form_class = HideForm

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        return WITHDRAWN if contribution.state == ContributionState.WITHDRAWN else ""

    @classmethod
    def label_for(cls, contribution: Contribution) -> str | Promise:
        return _("Change the reason") if contribution.state == ContributionState.HIDDEN else cls.display_name

    @classmethod
    def why_not(cls, contribution: Contribution, person: User) -> str | Promise:
        waits = contribution.open_proposals and conflict_of(person, contribution)  # type: ignore[attr-defined]
        return _("It is already proposed to be hidden; a second person decides.") if waits else cls.stays(contribution)

    @classmethod
    def happens(cls, contribution: Contribution, person: User) -> str | Promise:
        conflict = conflict_of(person, contribution)
        return cls.label_for(contribution) if conflict is None else f"{STAKES[conflict]} {PROPOSES}"

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        self.proposed = 0
        for contribution in contributions:
            row = hide_contribution(contribution, self.request.user, answers["reason"], answers["note"])
            self.proposed += row.state != ContributionState.HIDDEN
        return len(contributions)

    def done(self, number: int) -> str:
        hidden, proposed = number - self.proposed, self.proposed
        told = [
            ngettext("%(count)d contribution is hidden.", "%(count)d contributions are hidden.", hidden) % {"count": hidden},
            ngettext(
                "%(count)d contribution is proposed to be hidden; a second person decides.",
                "%(count)d contributions are proposed to be hidden; a second person decides.",
                proposed,
            )
            % {"count": proposed},
        ]
        return " ".join(words for words, count in zip(told, (hidden, proposed), strict=True) if count)


class ShowAction(ContributionBulkAction):
    """Show hidden contributions again."""

    action_type = "show"
    display_name = _("Show again")
    question = _("These contributions are published again, with their texts.")
    undo = _("To undo it, choose them again and take “Hide”.")
    action_priority = 50

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        return "" if contribution.state == ContributionState.HIDDEN else _("It is not hidden.")

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        for contribution in contributions:
            show_contribution(contribution, self.request.user)
        return len(contributions)

    def done(self, number: int) -> str:
        return ngettext("%(count)d contribution is shown again.", "%(count)d contributions are shown again.", number) % {"count": number}


class PublishAction(ContributionBulkAction):
    """Publish contributions that wait for review."""

    action_type = "publish"
    display_name = _("Publish")
    question = _("These contributions are published for everybody to read.")
    undo = _("To take one away again, hide it with a reason.")
    action_priority = 10

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        return "" if contribution.state == ContributionState.PENDING else _("It does not wait for review.")

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        for contribution in contributions:
            publish_contribution(contribution, self.request.user)
        return len(contributions)

    def done(self, number: int) -> str:
        return ngettext("%(count)d contribution is published.", "%(count)d contributions are published.", number) % {"count": number}


class HandleReportsAction(ContributionBulkAction):
    """Say that reports were looked at and the contribution stays."""

    action_type = "handle_reports"
    display_name = _("Mark reports as looked at")
    question = _("You have looked at the reports of these contributions, and the contributions stay as they are.")
    undo = _("The reports are kept on each contribution's page.")
    action_priority = 14

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        return "" if contribution.open_reports else _("It has no report to look at.")  # type: ignore[attr-defined]

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        return sum(bool(handle_reports(contribution, self.request.user)) for contribution in contributions)

    def done(self, number: int) -> str:
        return ngettext(
            "The reports of %(count)d contribution are marked as looked at.",
            "The reports of %(count)d contributions are marked as looked at.",
            number,
        ) % {"count": number}


MODERATING = (PublishAction, HideAction, ShowAction, HandleReportsAction)
