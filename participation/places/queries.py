"""Which dialogues concern a place, and how many are open, waiting or answered in each."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q

from cms import clock
from cms.organisation.models import Place
from cms.people import Person
from cms.text.alphabet import swedish_key
from participation.choices import State
from participation.dialogues.queries import visible_dialogues
from participation.models import DialoguePage
from participation.models.dialogue_queryset import DialogueQuerySet

ANSWERED = (State.ANSWERED, State.IN_FOLLOW_UP, State.CONCLUDED)


@dataclass(frozen=True)
class PlaceRow:
    """A place in the list of places."""

    place: Place
    open: int = 0
    upcoming: int = 0
    waiting: int = 0
    overdue: int = 0
    answered: int = 0

    @property
    def number(self) -> int:
        """How many dialogues concern it."""
        return self.open + self.upcoming + self.waiting + self.overdue + self.answered


def place_rows(person: Person) -> list[PlaceRow]:
    """Places that can be chosen or have dialogues, the whole municipality first; those merged into another stand with that one."""
    rows = list(Place.objects.all())
    now = _places_now(rows)
    counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for (place, state, is_overdue), number in _numbers(person).items():
        column = _column(state, is_overdue)
        for pk in [now.get(place, place)] if place else [row.pk for row in rows if is_whole(row)]:
            if column:
                counts[pk][column] += number
    listed = [row for row in rows if now[row.pk] == row.pk and (row.is_active or counts[row.pk])]
    ordered = sorted(listed, key=lambda row: (not is_whole(row), swedish_key(str(row))))
    return [PlaceRow(row, **counts[row.pk]) for row in ordered]


def is_whole(place: Place) -> bool:
    """Whether it is no place among others but the municipality."""
    return place.kind == Place.Kind.WHOLE


def concerning(dialogues: DialogueQuerySet, place: Place) -> DialogueQuerySet:
    """The dialogues that concern a place, or one that is part of it now; those without a place concern the whole municipality."""
    rows = list(Place.objects.only("pk", "merged_into"))
    now = _places_now(rows)
    meant = [pk for pk, heir in now.items() if heir == place.pk] if now.get(place.pk) == place.pk else [place.pk]
    through = DialoguePage.places.through.objects
    condition = Q(pk__in=through.filter(place__in=meant).values("dialoguepage"))
    if is_whole(place):
        condition |= ~Q(Exists(through.filter(dialoguepage=OuterRef("pk"))))
    return dialogues.filter(condition)


def _places_now(rows: Collection[Place]) -> dict[int, int]:
    """For each place the one that it is part of now; itself where it is part of none."""
    heirs = {row.pk: row.merged_into_id for row in rows}
    return {pk: _last(pk, heirs) for pk in heirs}


def _last(pk: int, heirs: dict[int, int | None]) -> int:
    seen = {pk}
    while (heir := heirs.get(pk)) is not None and heir not in seen:
        seen.add(heir)
        pk = heir
    return pk


def _numbers(person: Person) -> dict[tuple[int | None, str, bool], int]:
    """How many visible dialogues each place has in each state; those without a place under None."""
    dialogues = visible_dialogues(person).with_state(clock.now()).annotate(place=F("places"))
    counted = dialogues.order_by().values("place", "state", "is_overdue").annotate(number=Count("pk"))
    return {(row["place"], row["state"], row["is_overdue"]): row["number"] for row in counted}


def _column(state: str, is_overdue: bool) -> str:
    """Under which number of a `PlaceRow` a dialogue counts; none for one that was cancelled."""
    if state in ANSWERED:
        return "answered"
    columns = {State.OPEN: "open", State.UPCOMING: "upcoming", State.CLOSED: "overdue" if is_overdue else "waiting"}
    return columns.get(State(state), "")
