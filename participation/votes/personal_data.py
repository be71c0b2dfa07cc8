"""A person's own votes: exported to them, and cut off from them when they are erased."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.accounts.personal_data import Person, PersonalData, Section, Value
from participation.votes.models import SecretVote

Words = Callable[[Iterable[Any]], Mapping[Any, tuple[str, str]]]


def votes_data(name: str, label: str | Promise, model: type[SecretVote], words: Words) -> PersonalData:
    """What a method registers for its votes; `words(votes)` gives for each vote, by its key, the activity and the option in words."""
    columns = {"activity": _("where"), "option": _("what you chose"), "given_on": _("day")}

    def export(person: Person) -> list[Section]:
        return [Section(name, label, columns, _rows(list(_votes(model, person)), words))] if person.participant is not None else []

    def erase(person: Person, at: datetime) -> None:
        _votes(model, person).update(participant=None)

    return PersonalData(
        name,
        label,
        (f"{model._meta.label}.participant",),
        export,
        erase,
        erased=_("The link between you and your votes. Nobody can find them by you any more, not even we."),
        kept=_("The votes themselves are counted still, so that a result does not change. They no longer say that they were yours."),
        concerns=lambda person: _votes(model, person).exists(),
    )


def _votes(model: type[SecretVote], person: Person) -> Any:
    rows = model._default_manager.order_by("-given_on", "activity")
    return rows.filter(participant=person.participant) if person.participant is not None else rows.none()


def _rows(votes: list[Any], words: Words) -> Iterator[dict[str, Value]]:
    told = words(votes)
    for vote in votes:
        activity, option = told.get(vote.pk, ("", ""))
        yield {"activity": activity, "option": option, "given_on": vote.given_on}
