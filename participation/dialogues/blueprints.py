"""What a new dialogue can start from: three templates and a short record. Days are counted from the first day."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.organisation.levels import Level
from cms.text.facts import with_facts
from participation.choices import DialogueKind

CONSULTATION, REVIEW = 28, 21  # days


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
            summary=with_facts(
                _("One phase of %(weeks)s weeks in which people write on the web, by telephone or by letter."), weeks=CONSULTATION // 7
            ),
            phases=(PhaseBlueprint(_("Tell us what you think"), 0, CONSULTATION),),
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
            summary=with_facts(
                _(
                    "Consultation for %(weeks)s weeks, then review for %(review)s weeks a few months later, "
                    "as the Planning and Building Act has it."
                ),
                weeks=CONSULTATION // 7,
                review=REVIEW // 7,
            ),
            phases=(PhaseBlueprint(_("Consultation"), 0, CONSULTATION), PhaseBlueprint(_("Review of the plan"), 140, REVIEW)),
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
