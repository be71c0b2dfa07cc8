"""Traces of an account: rows that say who did something, and little else.

They are told as a list of what was done and when. Erasing takes the person out of the row where the row may stay without,
and deletes it otherwise.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.personal_data import Person, PersonalData, Section, Value, Words

COLUMNS: Mapping[str, Words] = {"kind": _("kind"), "number": _("number"), "role": _("your part"), "at": _("when")}
MOMENTS = (
    "timestamp",
    "created_at",
    "decided_at",
    "entered_at",
    "finished_at",
    "sorted_at",
    "looked_at",
    "last_updated_at",
    "updated_at",
    "changed_at",
    "written_at",
)


@dataclass(frozen=True)
class Trace:
    """One field that points at a person, by its dotted name; fields of an app that is off have none."""

    dotted: str

    @property
    def model(self) -> type[Model]:
        app_label, name, _field = self.dotted.split(".")
        return apps.get_model(app_label, name)

    @property
    def field(self) -> Any:
        return self.model._meta.get_field(self.dotted.rsplit(".", 1)[1])

    def holder(self, person: Person) -> Model | None:
        """The account, the participant or the follower: whichever the field points at."""
        parts = (person.user, person.participant, person.follower)
        return next((part for part in parts if part is not None and isinstance(part, self.field.related_model)), None)

    def rows(self, person: Person) -> QuerySet[Model]:
        holder = self.holder(person)
        every = self.model._base_manager.all()
        return every.filter(**{self.field.name: holder.pk}) if holder is not None else every.none()

    def erase(self, person: Person) -> None:
        if self.field.null:
            self.rows(person).update(**{self.field.name: None})
        else:
            self.rows(person).delete()

    def tell(self, person: Person) -> Iterator[Mapping[str, Value]]:
        kind, role = str(self.model._meta.verbose_name), str(self.field.verbose_name)
        for row in self.rows(person).order_by("pk").iterator():
            yield {"kind": kind, "number": str(row.pk), "role": role, "at": _moment(row)}


def traces(name: str, label: Words, fields: Iterable[str], *, erased: Words = "", kept: Words = "") -> PersonalData:
    """An entry for fields that say who did something."""
    traced = [Trace(dotted) for dotted in fields]

    def export(person: Person) -> list[Section]:
        rows = [row for trace in traced for row in trace.tell(person)]
        return [Section(name, label, COLUMNS, rows)] if rows else []

    def erase(person: Person, at: datetime) -> None:
        for trace in traced:
            trace.erase(person)

    def concerns(person: Person) -> bool:
        return any(trace.rows(person).exists() for trace in traced)

    dotted = tuple(trace.dotted for trace in traced)
    return PersonalData(name, label, dotted, export, erase, erased=erased, kept=kept, concerns=concerns)


def _moment(row: Model) -> datetime | None:
    return next((getattr(row, name) for name in MOMENTS if getattr(row, name, None)), None)
