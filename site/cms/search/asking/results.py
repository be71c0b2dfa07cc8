"""Groups that an engine found, with their rows and things: only what the reader may see now, asked of the database."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import get_language

from cms.people import Person
from cms.search.asking.port import Answer, Group
from cms.search.asking.question import Question
from cms.search.models import SearchDocument
from cms.search.registry import findables

MOST_BESIDE = 2000


@dataclass(frozen=True)
class Hit:
    """A document and the thing that it tells of."""

    document: SearchDocument
    thing: Any


@dataclass
class Result:
    """A group as it is shown: what it is called and where it stands, whether that matched, and what matched below it."""

    heading: Hit
    heading_matches: bool
    below: list[Hit] = field(default_factory=list)
    below_count: int = 0


@dataclass(frozen=True)
class Checked:
    """Results that the reader may see, and what turned out not to be there for the reader."""

    results: list[Result]
    refused_documents: frozenset[int]
    refused_groups: frozenset[str]

    @property
    def is_complete(self) -> bool:
        return not self.refused_documents and not self.refused_groups


def checked(groups: Sequence[Group], question: Question, person: Person) -> Checked:
    """Ask the database about everything that an engine found."""
    numbers = {number for group in groups for number in group.documents}
    wanted = Q(pk__in=numbers) | Q(group__in=[group.key for group in groups], is_heading=True)
    rows = SearchDocument.objects.filter(wanted, audience__in=question.audiences, kind__in=question.kinds).shown()
    hits = {hit.document.pk: hit for hit in visible_hits(rows, person)}
    headings = _headings(hits.values())
    results, refused = [], set()
    for group in groups:
        heading = _heading_of(group, hits, headings.get(group.key, []))
        if heading is None:
            refused.add(group.key)
            continue
        below = [hits[number] for number in group.below if number in hits]
        missing = len(group.below) - len(below)
        results.append(Result(heading, any(number in hits for number in group.headings), below, group.below_count - missing))
    gone = {number for group in groups if group.key not in refused for number in group.documents if number not in hits}
    return Checked(results, frozenset(gone), frozenset(refused))


def refused_beside(shown: Checked, question: Question, person: Person) -> frozenset[int]:
    """What else may not be seen where something was refused: who hides one text of a dialogue often hides many, before the worker has heard of it."""
    refused = SearchDocument.objects.filter(pk__in=shown.refused_documents)
    beside = SearchDocument.objects.filter(group__in=refused.values("group"), audience__in=question.audiences, is_heading=False)
    rows = list(beside.order_by("-pk").shown()[:MOST_BESIDE])
    seen = {hit.document.pk for hit in visible_hits(rows, person)}
    return frozenset(row.pk for row in rows if row.pk not in seen)


def uncounted(results: Sequence[Result], start: int) -> Answer:
    """An answer that counts what is shown and nothing else, where too much has changed to know more."""
    for result in results:
        result.below_count = len(result.below)
    return Answer(total_groups=start + len(results), total_documents=start + sum(1 + len(result.below) for result in results))


def visible_hits(rows: Iterable[SearchDocument], person: Person) -> list[Hit]:
    """Documents with their things, those left out that the person may not see now."""
    documents = list(rows)
    numbers: dict[str, set[int]] = defaultdict(set)
    for document in documents:
        numbers[document.kind].add(document.object_id)
    things = {kind: findable.visible(pks, person) for kind, pks in numbers.items() if (findable := findables.get(kind))}
    pairs = [(document, things.get(document.kind, {}).get(document.object_id)) for document in documents]
    return [Hit(document, thing) for document, thing in pairs if thing is not None]


def _headings(seen: Iterable[Hit]) -> dict[str, list[Hit]]:
    """The headings of groups in every language, the reader's first."""
    headings: dict[str, list[Hit]] = defaultdict(list)
    for hit in seen:
        if hit.document.is_heading:
            headings[hit.document.group].append(hit)
    for hits in headings.values():
        hits.sort(key=lambda hit: (hit.document.language != get_language(), hit.document.pk))
    return headings


def _heading_of(group: Group, hits: dict[int, Hit], headings: list[Hit]) -> Hit | None:
    """In the reader's language where that matches or nothing else does, else the heading that matches."""
    matching = [hits[number] for number in group.headings if number in hits]
    own = next((hit for hit in matching if hit.document.language == get_language()), None)
    return own or next(iter(matching), None) or next(iter(headings), None)
