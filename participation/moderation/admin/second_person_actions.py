"""What another person decides: to look again, to confirm or turn down a proposal; and the names beside contributions."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import User
from participation.choices import ContributionState
from participation.models import Contribution, ModerationDecision
from participation.moderation import rules
from participation.moderation.actions.names import mask_name, unmask_name
from participation.moderation.actions.proposals import confirm_hiding, reject_hiding
from participation.moderation.actions.second_looks import decide_second_look
from participation.moderation.admin.bulk import ContributionBulkAction
from participation.moderation.admin.bulk_actions import WITHDRAWN, HandleReportsAction, HideAction, PublishAction
from participation.moderation.admin.forms import SecondLookForm


def why_hidden(contribution: Contribution) -> str:
    """The reason and the public note."""
    return f"{contribution.get_hidden_reason_display()} {contribution.public_note}".strip()


class LookAgainAction(ContributionBulkAction):
    """Answer the one who asked for another person."""

    action_type = "look_again"
    display_name = _("Decide after looking again")
    question = _(
        "Read the text, the reason and what the one who wrote it says. You decide by yourself: the first decision binds you to nothing."
    )
    action_priority = 30
    form_class = SecondLookForm

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        waits = contribution.state == ContributionState.HIDDEN and contribution.open_looks  # type: ignore[attr-defined]
        return "" if waits else _("Nobody has asked for it to be looked at again.")

    @classmethod
    def why_not(cls, contribution: Contribution, person: User) -> str | Promise:
        return cls.stays(contribution) or rules.can_look_again(person, contribution).reason

    @classmethod
    def details(cls, contribution: Contribution) -> list[str]:
        return [
            gettext("The whole text: %(text)s") % {"text": contribution.text},
            gettext("Hidden because: %(reason)s") % {"reason": why_hidden(contribution)},
            *(gettext("The one who wrote it says: %(words)s") % {"words": look.words} for look in contribution.open_looks),  # type: ignore[attr-defined]
        ]

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        for contribution in contributions:
            decide_second_look(
                contribution, self.request.user, upheld=answers["verdict"] == ModerationDecision.Verb.HIDDEN, answer=answers["answer"]
            )
        return len(contributions)

    def done(self, number: int) -> str:
        return ngettext("%(count)d request is answered.", "%(count)d requests are answered.", number) % {"count": number}


class ProposalAction(ContributionBulkAction):
    """Base: what a second person does with a proposal to hide."""

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        if contribution.state == ContributionState.WITHDRAWN:
            return WITHDRAWN
        return "" if contribution.open_proposals else _("Nobody proposes to hide it.")  # type: ignore[attr-defined]

    @classmethod
    def why_not(cls, contribution: Contribution, person: User) -> str | Promise:
        stays = cls.stays(contribution)
        if stays:
            return stays
        proposal = contribution.open_proposals[0]  # type: ignore[attr-defined]
        proposal.contribution = contribution
        return rules.can_confirm(person, proposal).reason

    @classmethod
    def details(cls, contribution: Contribution) -> list[str]:
        told = gettext("Proposed by %(name)s, who %(conflict)s. Reason: %(reason)s")
        return [
            gettext("The whole text: %(text)s") % {"text": contribution.text},
            *(
                told
                % {
                    "name": proposal.proposed_by or gettext("somebody who has left"),
                    "conflict": proposal.get_conflict_display(),
                    "reason": f"{proposal.get_reason_display()} {proposal.note}".strip(),
                }
                for proposal in contribution.open_proposals  # type: ignore[attr-defined]
            ),
        ]


class ConfirmHidingAction(ProposalAction):
    """Agree with a proposal."""

    action_type = "confirm_hiding"
    display_name = _("Confirm that it is hidden")
    question = _("Somebody with a stake in the dialogue proposes to hide these contributions. With you, two people have decided it.")
    action_priority = 32

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        for contribution in contributions:
            confirm_hiding(contribution, self.request.user)
        return len(contributions)

    def done(self, number: int) -> str:
        return ngettext("%(count)d proposal is confirmed.", "%(count)d proposals are confirmed.", number) % {"count": number}


class RejectHidingAction(ProposalAction):
    """Decide against a proposal."""

    action_type = "reject_hiding"
    display_name = _("Turn the proposal down")
    question = _("These contributions stay as they are. What was hidden at once is shown again.")
    action_priority = 34

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        for contribution in contributions:
            reject_hiding(contribution, self.request.user)
        return len(contributions)

    def done(self, number: int) -> str:
        return ngettext("%(count)d proposal is turned down.", "%(count)d proposals are turned down.", number) % {"count": number}


class MaskNameAction(ContributionBulkAction):
    """Take away the name beside a text that may stay."""

    action_type = "mask_name"
    display_name = _("Mask the name")
    question = _("Nobody reads the names beside these contributions any more. The texts stay, and the names are kept for the record.")
    undo = _("To undo it, choose them again and take “Show the name again”.")
    action_priority = 70

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        if contribution.state == ContributionState.WITHDRAWN:
            return WITHDRAWN
        if contribution.is_official:
            return _("It is an official answer.")
        return "" if contribution.author_name else _("It shows no name.")

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        for contribution in contributions:
            mask_name(contribution, self.request.user)
        return len(contributions)

    def done(self, number: int) -> str:
        return ngettext("%(count)d name is masked.", "%(count)d names are masked.", number) % {"count": number}


class UnmaskNameAction(ContributionBulkAction):
    """Show a masked name again."""

    action_type = "unmask_name"
    display_name = _("Show the name again")
    question = _("The names beside these contributions are shown again.")
    action_priority = 72

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        if contribution.state == ContributionState.WITHDRAWN:
            return WITHDRAWN
        return "" if contribution.name_masked else _("Its name is not masked.")

    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        for contribution in contributions:
            unmask_name(contribution, self.request.user)
        return len(contributions)

    def done(self, number: int) -> str:
        return ngettext("%(count)d name is shown again.", "%(count)d names are shown again.", number) % {"count": number}


SECOND_PERSON_ACTIONS = (LookAgainAction, ConfirmHidingAction, RejectHidingAction, MaskNameAction, UnmaskNameAction)
DECISIONS: tuple[type[ContributionBulkAction], ...] = (
    LookAgainAction,
    ConfirmHidingAction,
    RejectHidingAction,
    PublishAction,
    HideAction,
    HandleReportsAction,
)
