"""What a new dialogue can start from: three templates and a short record. Days are counted from the first day."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.organisation.levels import Level
from participation.choices import DialogueKind


@dataclass(frozen=True)
class PhaseBlueprint:
    """A phase of a template; `takes_part` opens every right that the installed methods offer."""

    name: Promise
    starts_after: int
    days: int
    takes_part: bool = True


@dataclass(frozen=True)
class Blueprint:
    """A template: what an editor would otherwise type in again each time."""

    name: str
    label: Promise
    summary: Promise
    phases: tuple[PhaseBlueprint, ...] = ()
    ways: tuple[Promise, ...] = ()
    kind: str = DialogueKind.CITIZENS
    level: str = Level.CONSULT
    feedback_form: Promise | str = ""
    is_record: bool = False


BLUEPRINTS = {
    blueprint.name: blueprint
    for blueprint in (
        Blueprint(
            name="question",
            label=_("A simple question"),
            summary=_("One phase of four weeks in which people write on the web, by telephone or by letter."),
            phases=(PhaseBlueprint(_("Tell us what you think"), 0, 28),),
            ways=(_("Call us"), _("Write a letter")),
            feedback_form=_("On this page, theme by theme."),
        ),
        Blueprint(
            name="meeting",
            label=_("A meeting only"),
            summary=_("People meet in a room on one day; nothing is written on the web, and the outcome is published here."),
            phases=(PhaseBlueprint(_("Meeting"), 0, 1, takes_part=False),),
            ways=(_("Come to the meeting"), _("Call us")),
            level=Level.DISCUSS,
            feedback_form=_("On this page, and by letter to those who left an address at the meeting."),
        ),
        Blueprint(
            name="plan",
            label=_("Consultation on a plan"),
            summary=_(
                "Consultation for four weeks, then review for three weeks a few months later, as the Planning and Building Act has it."
            ),
            phases=(PhaseBlueprint(_("Consultation"), 0, 28), PhaseBlueprint(_("Review of the plan"), 140, 21)),
            ways=(_("Send a formal statement"), _("Come to the consultation meeting")),
            kind=DialogueKind.STATUTORY_PLAN,
            feedback_form=_("In the consultation report, and on this page."),
        ),
        Blueprint(
            name="record",
            label=_("A short record"),
            summary=_("A dialogue held before this site existed: its question, when it was held and what came of it."),
            is_record=True,
            level="",
        ),
    )
}

COPY = "copy"
