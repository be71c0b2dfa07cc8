"""Until when people take part, in what, and what comes after: the one place where a last day is worked out and put into words.

Rights and days come from a dialogue's phases, verbs from the methods (`ParticipationMethod.imperatives`). Chips, cards, the timeline, mails, feeds, calendar
files, search results and open data ask `deadline_of`, and so does a method for its activities; nothing else reads the day a phase closes to show it
(`tests/architecture/test_deadlines.py`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cms.templatetags.dates import local_day, short
from participation.registry import all_methods

ELSEWHERE = ""  # the right of a phase in which people take part in other ways than on this site


class PhaseDays(Protocol):
    """What is asked of a phase: a model's row, or `Span`."""

    @property
    def opens_at(self) -> datetime: ...
    @property
    def closes_at(self) -> datetime: ...
    @property
    def rights(self) -> Collection[str]: ...


@dataclass(frozen=True)
class Span:
    """The days of a phase, its end exclusive, and the rights that it opens."""

    opens_at: datetime
    closes_at: datetime
    rights: Collection[str] = ()


@dataclass(frozen=True)
class Chance:
    """One thing that people may do, from its first day to its last; phases that follow each other without a gap are one chance."""

    right: str
    opens_at: datetime
    closes_at: datetime

    @property
    def first(self) -> date:
        return local_day(self.opens_at)

    @property
    def last(self) -> date:
        return last_day(self.closes_at)

    @property
    def verb(self) -> str:
        """What people are asked to do, in the imperative and in lower case: "write"; empty where it is not done here."""
        return next((str(verb) for right, verb in _imperatives() if right == self.right), "")


@dataclass(frozen=True)
class Deadline:
    """What may be done now, and what comes after. Where nothing may be done now, `then` is what opens next; `closed_on` is set once nothing opens any more."""

    now: Chance | None = None
    then: Chance | None = None
    closed_on: date | None = None
    has_begun: bool = False

    @property
    def day(self) -> date | None:
        """The last day of what may be done now."""
        return self.now.last if self.now else None

    def words(self, style: Callable[[date], str] = short) -> str:
        """The deadline as a chip says it: "Write until 19 December", "Opens 3 March", "Closed 21 June"; `style` writes the day."""
        if self.now:
            until = {"verb": capfirst(self.now.verb), "day": style(self.now.last)}
            return _("%(verb)s until %(day)s") % until if self.now.verb else _("Open until %(day)s") % until
        if self.then:
            opens = _("Opens again %(day)s") if self.has_begun else _("Opens %(day)s")
            return opens % {"day": style(self.then.first)}
        return _("Closed %(day)s") % {"day": style(self.closed_on)} if self.closed_on else ""

    def words_after(self, style: Callable[[date], str] = short) -> str:
        """What comes after, "then: support until 26 December"; empty where nothing does, or where nothing may be done now."""
        if not (self.now and self.then):
            return ""
        verb = self.then.verb or _("in other ways")
        if self.then.opens_at > self.now.closes_at:
            return _("then: %(verb)s from %(day)s") % {"verb": verb, "day": style(self.then.first)}
        return _("then: %(verb)s until %(day)s") % {"verb": verb, "day": style(self.then.last)}

    def phrase(self, style: Callable[[date], str] = short) -> str:
        """The deadline with what comes after: "Write until 19 December, then: support until 26 December"."""
        return ", ".join(filter(None, [self.words(style), self.words_after(style)]))

    def sentence(self, style: Callable[[date], str] = short) -> str:
        """The phrase as a sentence, for a mail or a feed."""
        phrase = self.phrase(style)
        return f"{phrase}." if phrase else ""


def deadline_of(phases: Iterable[PhaseDays], at: datetime, rights: Collection[str] | None = None) -> Deadline:
    """The deadline at an instant, from a dialogue's phases; with `rights`, of these alone (an activity's).

    Of several things that may be done now, the one that a method is for comes before what stands beside it (writing before supporting), then the one
    that closes first: in "write until 19 December, then: support until 26 December" supporting is open all the time, but writing is what would be missed.
    """
    spans = [phase for phase in phases if rights is None or set(phase.rights) & set(rights)]
    chances = list(_chances(spans, rights))
    has_begun = any(chance.opens_at <= at for chance in chances)
    now = min((chance for chance in chances if chance.opens_at <= at < chance.closes_at), key=_weight, default=None)
    since = now.closes_at if now else at
    later = [chance for chance in chances if chance.closes_at > since and chance != now]
    then = min(later, key=lambda chance: (max(chance.opens_at, since), _weight(chance)), default=None)
    closed_on = None if now or then else max((chance.last for chance in chances), default=None)
    return Deadline(now, then, closed_on, has_begun)


def last_day(closes_at: datetime) -> date:
    """The last day of a span whose exclusive end is `closes_at`."""
    return timezone.localtime(closes_at - timedelta(microseconds=1)).date()


def _chances(spans: list[PhaseDays], rights: Collection[str] | None) -> Iterator[Chance]:
    """Each right with its days; where no right that is installed opens in a phase, people take part elsewhere."""
    known = [right for right, _verb in _imperatives() if rights is None or right in rights]
    for right in known:
        yield from _joined(right, [span for span in spans if right in span.rights])
    yield from _joined(ELSEWHERE, [span for span in spans if not set(span.rights) & set(known)])


def _joined(right: str, spans: list[PhaseDays]) -> Iterator[Chance]:
    chance: Chance | None = None
    for span in sorted(spans, key=lambda span: span.opens_at):
        if chance is not None and span.opens_at <= chance.closes_at:
            chance = Chance(right, chance.opens_at, max(chance.closes_at, span.closes_at))
            continue
        if chance is not None:
            yield chance
        chance = Chance(right, span.opens_at, span.closes_at)
    if chance is not None:
        yield chance


def _weight(chance: Chance) -> tuple[int, datetime, int]:
    """What a method is for, what stands beside it, what is done elsewhere; then what closes first; then as the methods are ordered."""
    mains = {method.right(verb) for method in all_methods() for verb in list(method.rights)[:1]}
    order = [right for right, _verb in _imperatives()]
    if chance.right == ELSEWHERE:
        return 2, chance.closes_at, 0
    return int(chance.right not in mains), chance.closes_at, order.index(chance.right)


def _imperatives() -> list[tuple[str, object]]:
    """Every right that is installed, with its verb, as the methods are ordered."""
    return [(method.right(verb), method.imperatives[verb]) for method in all_methods() for verb in method.rights]
