"""What participation holds about a person: what they wrote, supported and reported, and what they did at work."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.personal_data import ErasureOption, Person, PersonalData, Section, Value, personal_data
from cms.accounts.traces import traces
from participation.choices import ContributionState
from participation.contributions.actions import drop_supports, take_name_away, withdraw_contribution
from participation.models import Contribution, ContributionRevision, Report, SecondLook, Support

WORK_FIELDS = (
    "participation.Contribution.entered_by",
    "participation.ModerationDecision.decided_by",
    "participation.NoAnswerNeeded.decided_by",
    "participation.DialoguePage.feedback_responsible",
    "participation.ThemeContribution.sorted_by",
    "participation.HideProposal.proposed_by",
    "participation.HideProposal.decided_by",
    "participation.SecondLook.hidden_by",
    "participation.SecondLook.decided_by",
    "participation.ModerationLook.person",
    "participation.FeedbackPromiseChange.changed_by",
    "participation.ProgressNote.written_by",
)


def register() -> None:
    """Called when the app is ready."""
    personal_data.register(
        PersonalData(
            "contributions",
            _("What you wrote, supported and reported"),
            ("participation.Contribution.participant", "participation.Support.participant", "participation.Report.participant"),
            export_participation,
            erase_participation,
            erased=_("The link between you and what you wrote, supported and reported. Nobody can find it by you any more, not even we."),
            kept=_(
                "The texts themselves stay. What is sent to the municipality is a public record (the Freedom of the Press Act), which "
                "the Archives Act forbids us to destroy without a decision."
            ),
            concerns=lambda person: person.participant is not None,
            options=(
                ErasureOption(
                    "names",
                    _("Take my name or alias away from what I wrote"),
                    _("Taken away, a name or a text is shown to nobody on the site; the municipality’s records keep it."),
                    take_names_away,
                ),
                ErasureOption("texts", _("Withdraw everything I wrote, and take back what I agree with"), "", withdraw_everything),
            ),
        )
    )
    personal_data.register(
        traces(
            "participation_work",
            _("Your work with the dialogues"),
            WORK_FIELDS,
            erased=_("Your name beside decisions you took, contributions you sorted, and the times you supervised a dialogue."),
            kept=_(
                "The decisions, the sorting and the log of supervision, which show that the municipality does what the Act (1998:112) on "
                "electronic bulletin boards asks. They no longer say that it was you."
            ),
        )
    )


def export_participation(person: Person) -> list[Section]:
    """Everything the participant gave."""
    if person.participant is None:
        return []
    return [_contributions(person), _earlier_texts(person), _supports(person), _reports(person), _second_looks(person)]


def erase_participation(person: Person, at: datetime) -> None:
    """Cut the contributions and reports loose from the participant; what a reporter described is emptied."""
    if person.participant is None:
        return
    Contribution.objects.filter(participant=person.participant).update(participant=None, idempotency_key=None)
    Report.objects.filter(participant=person.participant).update(participant=None, details="")


def take_names_away(person: Person, at: datetime) -> None:
    """Take the name away from every text; the texts stay."""
    for row in _own_texts(person).exclude(author_name=""):
        take_name_away(row, person.participant)


def withdraw_everything(person: Person, at: datetime) -> None:
    """Withdraw every text that is shown, and take back every support."""
    for row in _own_texts(person).filter(state__in=(ContributionState.PUBLISHED, ContributionState.PENDING)):
        withdraw_contribution(row, person.participant)
    drop_supports(person.participant)


def _own_texts(person: Person) -> QuerySet[Contribution]:
    """What the person wrote for themselves: answers of the administration are its own."""
    return Contribution.objects.filter(participant=person.participant, is_official=False).order_by("pk")


def _contributions(person: Person) -> Section:
    columns = {
        "code": _("receipt code"),
        "dialogue": _("dialogue"),
        "received_at": _("received"),
        "name": _("name or alias"),
        "text": _("text"),
        "state": _("state"),
        "edited_at": _("edited"),
    }
    rows = Contribution.objects.filter(participant=person.participant).select_related("dialogue").oldest()
    return Section("contributions", _("What you wrote"), columns, map(_contribution, rows.iterator()))


def _contribution(row: Contribution) -> dict[str, Value]:
    return {
        "code": row.shown_code,
        "dialogue": row.dialogue.title,
        "received_at": row.received_at,
        "name": row.author_name,
        "text": row.text,
        "state": row.get_state_display(),
        "edited_at": row.edited_at,
    }


def _earlier_texts(person: Person) -> Section:
    columns = {"code": _("receipt code"), "replaced_at": _("replaced"), "name": _("name or alias"), "text": _("text")}
    return Section("earlier_texts", _("Earlier texts of what you wrote"), columns, _revisions(person))


def _revisions(person: Person) -> Iterator[dict[str, Value]]:
    rows = ContributionRevision.objects.filter(contribution__participant=person.participant).select_related("contribution")
    for row in rows.order_by("pk").iterator():
        yield {"code": row.contribution.shown_code, "replaced_at": row.replaced_at, "name": row.author_name, "text": row.text}


def _supports(person: Person) -> Section:
    rows: QuerySet[Support] = Support.objects.filter(participant=person.participant).select_related("contribution__dialogue")
    columns = {"dialogue": _("dialogue"), "number": _("number"), "given_at": _("given")}
    told = (
        {"dialogue": row.contribution.dialogue.title, "number": row.contribution_id, "given_at": row.given_at}
        for row in rows.order_by("pk").iterator()
    )
    return Section("supports", _("What you agree with"), columns, told)


def _reports(person: Person) -> Section:
    rows = Report.objects.filter(participant=person.participant).order_by("pk")
    columns = {"number": _("number"), "reason": _("reason"), "details": _("details"), "reported_at": _("reported")}
    return Section("reports", _("What you reported"), columns, map(_report, rows.iterator()))


def _report(row: Report) -> dict[str, Value]:
    return {
        "number": row.contribution_id,
        "reason": row.get_reason_display(),
        "details": row.details,
        "reported_at": row.reported_at,
    }


def _second_looks(person: Person) -> Section:
    rows = SecondLook.objects.filter(contribution__participant=person.participant).select_related("contribution")
    columns = {"code": _("receipt code"), "asked_at": _("asked"), "words": _("text"), "decided_at": _("decided"), "answer": _("answer")}
    told = (
        {"code": row.contribution.shown_code, **{name: getattr(row, name) for name in ("asked_at", "words", "decided_at", "answer")}}
        for row in rows.order_by("pk").iterator()
    )
    return Section("second_looks", _("When you asked for another person to look again"), columns, told)
