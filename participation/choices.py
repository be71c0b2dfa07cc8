"""Closed sets of the domain, with their words. Codes are stored and never change."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.organisation.levels import Level

LEVEL_PROMISES: dict[str, Promise] = {
    Level.INFORM: _("You are told what happens. The question is not open to influence."),
    Level.CONSULT: _("We ask, and account for how the answers affected the decision."),
    Level.DISCUSS: _("We talk it over together, and account for what the conversation led to."),
    Level.INVOLVE: _("You work with us on the proposal, and can see in it what you added."),
    Level.CO_DECIDE: _("You decide, or your vote does."),
}


class DialogueKind(models.TextChoices):
    CITIZENS = "citizens", _("Citizens")
    USERS = "users", _("Users of a service")
    STATUTORY_PLAN = "statutory_plan", _("Statutory plan")
    REFERRAL = "referral", _("Referral")


class YesNo(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")


class State(models.TextChoices):
    """State of a dialogue; it follows from dates and facts and is stored nowhere."""

    UPCOMING = "upcoming", _("Upcoming")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    ANSWERED = "answered", _("Answered")
    IN_FOLLOW_UP = "in_follow_up", _("In follow-up")
    CONCLUDED = "concluded", _("Concluded")
    CANCELLED = "cancelled", _("Cancelled")


class MandateKind(models.TextChoices):
    INITIATIVE = "initiative", _("Initiative")
    DECISION = "decision", _("Decision")
    ASSIGNMENT = "assignment", _("Assignment")
    PROPOSAL = "proposal", _("Proposal")


class DocumentKind(models.TextChoices):
    OFFICER_REPORT = "officer_report", _("Officer's report")
    MINUTES_EXTRACT = "minutes_extract", _("Extract from the minutes")
    MEMBER_INITIATIVE = "member_initiative", _("Member's initiative")
    DECISION_BASIS = "decision_basis", _("Basis for decision")
    DRAFT_DECISION = "draft_decision", _("Proposed decision")
    SUMMARY_REPORT = "summary_report", _("Summary of contributions")
    CONSULTATION_REPORT = "consultation_report", _("Consultation report")
    MAPPING = "mapping", _("Mapping")
    PLAN_PAGE = "plan_page", _("Plan page")
    PLAN_MAP = "plan_map", _("Plan map")
    CHILD_IMPACT = "child_impact", _("Child impact assessment")
    MEETING_NOTES = "meeting_notes", _("Meeting notes")
    PRESENTATION = "presentation", _("Presentation")
    INVITATION = "invitation", _("Invitation")
    EASY_READ = "easy_read", _("Easy-read version")
    EVALUATION = "evaluation", _("Evaluation")
    OTHER = "other", _("Other")


class Publishing(models.TextChoices):
    AFTER = "after", _("At once, reviewed afterwards")
    BEFORE = "before", _("Only after review")


class Channel(models.TextChoices):
    WEB = "web", _("website")
    MEETING = "meeting", _("meeting")
    PAPER = "paper", _("paper")
    PHONE = "phone", _("telephone")
    ENCOUNTER = "encounter", _("conversation")
    INTERVIEW = "interview", _("interview")
    LETTER = "letter", _("letter")


class ContributionState(models.TextChoices):
    PENDING = "pending", _("Waiting for review")
    PUBLISHED = "published", _("Published")
    HIDDEN = "hidden", _("Hidden")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class HideReason(models.TextChoices):
    """Why a contribution is hidden; the list is closed and published with the rules."""

    UNLAWFUL = "unlawful", _("It is obviously against the law (BBS Act 1998:112, section 5).")
    THREAT = "threat", _("It threatens or harasses somebody.")
    HATE = "hate", _("It attacks people for who they are.")
    PERSONAL_DATA = "personal_data", _("It tells private things about somebody.")
    COPYRIGHT = "copyright", _("It infringes somebody's copyright.")
    ADVERTISING = "advertising", _("It is advertising or spam.")
    OFF_TOPIC = "off_topic", _("It belongs to another matter and was passed on.")


class ConflictKind(models.TextChoices):
    """Why somebody does not hide a contribution alone: what it criticises may be their own."""

    RESPONSIBLE = "responsible", _("is responsible for the answer of this dialogue")
    CONTACT = "contact", _("is the contact of this dialogue")
    WRITER = "writer", _("wrote or last edited the page of this dialogue")
    ANSWERED = "answered", _("wrote the official answer that it replies to")


HIDDEN_AT_ONCE = (HideReason.UNLAWFUL, HideReason.PERSONAL_DATA)


class ReportReason(models.TextChoices):
    """Why somebody reports a contribution."""

    THREAT = "threat", _("Threat or harassment")
    HATE = "hate", _("Hate against a group")
    PERSONAL_DATA = "personal_data", _("Private things about somebody")
    UNLAWFUL = "unlawful", _("Something else against the law")
    ADVERTISING = "advertising", _("Advertising or spam")
    OTHER = "other", _("Something else")


class AnswerKind(models.TextChoices):
    """What a theme ends in."""

    CHANGED = "changed", _("It changed the decision")
    PARTLY = "partly", _("It changed the decision in part")
    ALREADY = "already", _("It is already so")
    NOT = "not", _("No, because …")


class ReasonKind(models.TextChoices):
    """Kind of reason behind an answer; `REASONS` says which go with which kind of answer."""

    LAW = "law", _("The law says otherwise")
    COST = "cost", _("It costs too much")
    SAFETY = "safety", _("It would not be safe")
    CONFLICT = "conflict", _("It conflicts with another interest")
    NOT_OURS = "not_ours", _("Somebody else decides on it")
    TECHNICAL = "technical", _("It cannot be built or done")
    EARLIER_DECISION = "earlier_decision", _("An earlier decision stands")
    UNDER_WAY = "under_way", _("It is already under way")
    GOOD_IDEA = "good_idea", _("It makes the proposal better")
    SAFER = "safer", _("It makes it safer")


FOR_A_NO = (
    ReasonKind.LAW,
    ReasonKind.COST,
    ReasonKind.SAFETY,
    ReasonKind.CONFLICT,
    ReasonKind.NOT_OURS,
    ReasonKind.TECHNICAL,
    ReasonKind.EARLIER_DECISION,
)
FOR_A_YES = (ReasonKind.GOOD_IDEA, ReasonKind.SAFER)

# A reason for a no never stands beside a yes; half a yes says why the rest is a no.
REASONS: dict[str, tuple[ReasonKind, ...]] = {
    AnswerKind.CHANGED: FOR_A_YES,
    AnswerKind.PARTLY: (*FOR_A_NO, ReasonKind.UNDER_WAY),
    AnswerKind.ALREADY: (ReasonKind.UNDER_WAY, ReasonKind.EARLIER_DECISION),
    AnswerKind.NOT: FOR_A_NO,
}
REASONS_IN_GROUPS = [
    (_("A yes"), [(reason.value, reason.label) for reason in FOR_A_YES]),
    (_("A no, or half a yes"), [(reason.value, reason.label) for reason in FOR_A_NO]),
    (_("Already so, or half a yes"), [(ReasonKind.UNDER_WAY.value, ReasonKind.UNDER_WAY.label)]),
]

NEEDS_REASON = (AnswerKind.PARTLY, AnswerKind.NOT)
SPEAKS_OF_DECISION = (AnswerKind.CHANGED, AnswerKind.PARTLY)


def is_reason_for(answer: str, reason_kind: str) -> bool:
    """Whether a kind of reason goes with a kind of answer; while one of them is not chosen, it does."""
    return not answer or not reason_kind or reason_kind in REASONS[answer]


class NoAnswerReason(models.TextChoices):
    """Why a contribution needs no answer of its own; its receipt shows it."""

    DUPLICATE = "duplicate", _("The same person said the same elsewhere in the dialogue.")
    OTHER_MATTER = "other_matter", _("It concerns another matter and was passed on to those responsible.")
    ANSWERED_IN_THREAD = "answered_in_thread", _("It was answered directly in the conversation.")
    CONVERSATION = "conversation", _("It is part of the conversation between participants.")


class OutcomeStep(models.TextChoices):
    """How far an outcome has come."""

    SAID = "said", _("What you said")
    DECIDED = "decided", _("What was decided")
    DONE = "done", _("What was done")


class CommitmentStatus(models.TextChoices):
    NOT_BEGUN = "not_begun", _("Not begun")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    CHANGED = "changed", _("Changed")
    DROPPED = "dropped", _("Dropped")


OPEN_COMMITMENTS = (CommitmentStatus.NOT_BEGUN, CommitmentStatus.UNDER_WAY, CommitmentStatus.CHANGED)
