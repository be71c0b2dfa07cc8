"""Models of participation, by subject."""

from participation.models.contact import ContributionContact
from participation.models.contribution import (
    Contribution,
    ContributionRevision,
    ModerationDecision,
    NoAnswerNeeded,
    Report,
    Support,
)
from participation.models.dialogue import DialoguePage, DialogueTopic
from participation.models.follow_up import Commitment, CommitmentStatusEntry, FollowUpPage
from participation.models.moderation import HideProposal, ModerationLook, SecondLook
from participation.models.outcome import OutcomeItem, OutcomePage
from participation.models.parts import DialogueDocument, DialogueUpdate, MandateStep, OtherWay, Phase
from participation.models.promise import FeedbackPromiseChange, ProgressNote
from participation.models.sections import AdministrationSectionPage, DialogueIndexPage
from participation.models.share_image import ShareImage
from participation.models.theme import Decision, Theme, ThemeContribution

__all__ = [
    "AdministrationSectionPage",
    "Commitment",
    "CommitmentStatusEntry",
    "Contribution",
    "ContributionContact",
    "ContributionRevision",
    "Decision",
    "DialogueDocument",
    "DialogueIndexPage",
    "DialoguePage",
    "DialogueTopic",
    "DialogueUpdate",
    "FeedbackPromiseChange",
    "FollowUpPage",
    "HideProposal",
    "MandateStep",
    "ModerationDecision",
    "ModerationLook",
    "NoAnswerNeeded",
    "OtherWay",
    "OutcomeItem",
    "OutcomePage",
    "Phase",
    "ProgressNote",
    "Report",
    "SecondLook",
    "ShareImage",
    "Support",
    "Theme",
    "ThemeContribution",
]
