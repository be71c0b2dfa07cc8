"""Everything the site holds about a person, told by those who hold it: what is exported, and what is erased.

Each package that owns a model with a field that points at an account, a participant or a follower registers a
`PersonalData` and names the field. The site refuses to start (`manage.py check`) with a field that nobody names.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.http import HttpRequest
from django.utils.functional import Promise

from cms.accounts.models import Participant, User
from cms.accounts.participants import find_participant
from cms.plugins.registry import Registry

Words = str | Promise
Value = str | int | float | bool | date | datetime | None


@dataclass(frozen=True)
class Person:
    """Somebody as the site knows them: an account, what took part with it, and what follows with it. Any may be missing."""

    user: User | None = None
    participant: Participant | None = None
    follower: Any = None

    def __bool__(self) -> bool:
        return any((self.user, self.participant, self.follower))


@dataclass(frozen=True)
class Section:
    """A part of an export: rows under a heading. `name` is its key in JSON, `columns` its keys and what they are called."""

    name: str
    label: Words
    columns: Mapping[str, Words]
    rows: Iterable[Mapping[str, Value]]
    note: Words = ""


@dataclass(frozen=True)
class ErasureOption:
    """What a person may choose to have done as well when everything is erased."""

    name: str
    label: Words
    help: Words
    apply: Callable[[Person, datetime], None]


@dataclass(frozen=True)
class PersonalData:
    """What one package holds about a person.

    `models` names each field it answers for ("app_label.Model.field"); `erase` may run twice and then changes nothing.
    `erased` and `kept` say in plain words what erasing takes away and what the law keeps; `kept_for` says when the latter
    concerns somebody.
    """

    name: str
    label: Words
    models: tuple[str, ...]
    export: Callable[[Person], list[Section]]
    erase: Callable[[Person, datetime], None]
    erased: Words = ""
    kept: Words = ""
    concerns: Callable[[Person], bool] = bool
    options: tuple[ErasureOption, ...] = ()


personal_data: Registry[PersonalData] = Registry("personal_data", PersonalData)


def person_for(user: User | None = None, participant: Participant | None = None) -> Person:
    """The person behind an account, or behind a browser that has none."""
    if user is None:
        return Person(participant=participant)
    return Person(user=user, participant=Participant.objects.filter(user=user).first(), follower=_follower_of(user))


def person_of(request: HttpRequest) -> Person:
    """Whoever asks; nobody's data is reached by any other way."""
    user = request.user
    return person_for(user=user) if user.is_authenticated else person_for(participant=find_participant(request))


def export_of(person: Person) -> list[Section]:
    """Every section about a person, in the order of the registry."""
    return [section for entry in personal_data for section in entry.export(person)]


def fields_of_people() -> Iterator[str]:
    """Every stored field of an installed model that points at an account, a participant or a follower: "app_label.Model.field"."""
    people: list[type[Model]] = [User, Participant]
    if apps.is_installed("cms.following"):
        people.append(apps.get_model("cms_following", "Follower"))
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            target = getattr(field.remote_field, "model", None)
            if isinstance(target, type) and issubclass(target, tuple(people)) and not getattr(field.remote_field, "parent_link", False):
                yield f"{model._meta.label}.{field.name}"


def _follower_of(user: User) -> Any:
    if not apps.is_installed("cms.following"):
        return None
    follower: Any = apps.all_models["cms_following"]["follower"]
    return follower.objects.filter(user=user).first()
