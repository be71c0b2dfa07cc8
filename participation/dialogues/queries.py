"""Reads across dialogues, outcomes and commitments, each for many dialogues at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cms.organisation.models import Administration
from cms.people import Person
from participation.choices import State
from participation.deadline import Deadline
from participation.dialogues.facts import LoadedFacts, load_facts
from participation.dialogues.state import DialogueFacts, days_late, is_extended, is_overdue, state_of
from participation.models import (
    AdministrationSectionPage,
    DialoguePage,
)
from participation.models.dialogue_queryset import DialogueQuerySet


@dataclass(frozen=True)
class DialogueRow:
    """A canonical dialogue with what is published below it, as of an instant."""

    page: DialoguePage
    loaded: LoadedFacts
    at: datetime

    @property
    def facts(self) -> DialogueFacts:
        return self.loaded.facts

    @property
    def state(self) -> State:
        return state_of(self.facts, self.at)

    @property
    def deadline(self) -> Deadline:
        """What may be done now and until when, and what comes after."""
        return self.facts.deadline(self.at)

    @property
    def overdue(self) -> bool:
        return is_overdue(self.state, self.facts.feedback_due_on, self.at)

    @property
    def days_late(self) -> int:
        return days_late(self.facts.feedback_due_on, self.at) if self.overdue else 0

    @property
    def extended(self) -> bool:
        exempt = self.facts.cancelled or self.facts.is_record
        return not exempt and is_extended(self.page.announced_closes_at, self.facts.closes_at)

    @property
    def changed_at(self) -> datetime | None:
        """When it last changed, by an editor or by time alone: published, opened, closed, answered."""
        moments = [self.page.last_published_at, self.facts.opens_at, self.facts.closes_at]
        moments += [below.last_published_at for below in (self.loaded.outcome, self.loaded.follow_up) if below]
        return max((moment for moment in moments if moment and moment <= self.at), default=None)


def visible_dialogues(person: Person) -> DialogueQuerySet:
    """The canonical dialogues that a person may see."""
    return DialoguePage.objects.canonical().visible_to(person)


def rows_for(dialogues: Iterable[DialoguePage], at: datetime) -> list[DialogueRow]:
    """Canonical dialogues with their facts, in the order given."""
    pages = list(dialogues)
    loaded = load_facts(pages)
    return [DialogueRow(page, loaded[page.path], at) for page in pages]


def administrations_of(dialogues: Iterable[DialoguePage]) -> dict[str, Administration]:
    """The administration in whose section each dialogue stands, by the dialogue's tree path."""
    parents = {page.path: page.path[: -page.steplen] for page in dialogues}
    sections = AdministrationSectionPage.objects.filter(path__in=set(parents.values())).select_related("administration")
    by_path = {section.path: section.administration for section in sections}
    return {path: by_path[parent] for path, parent in parents.items() if parent in by_path}
