"""Compare what is written down with the things themselves, and the index with what is written down; repair both."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, OuterRef
from elasticsearch.helpers import scan

from cms.batches import batches
from cms.search.audience import Audience
from cms.search.engines import node
from cms.search.mirror import NodeAway, hand_over, mark
from cms.search.models import SearchDocument, SearchTerm, SearchWord
from cms.search.registry import Findable, findables
from cms.search.writing import forget_kind, write_documents

AT_ONCE = 500
WORDS_AT_ONCE = 5000


@dataclass(frozen=True)
class Drift:
    """What was not as it should be, and is repaired."""

    documents: dict[str, int]
    """Documents written anew, by kind."""
    behind: int = 0
    """Documents that the index had otherwise, or not at all."""
    orphans: int = 0
    """Documents of the index that nothing knows."""

    @property
    def total(self) -> int:
        return sum(self.documents.values()) + self.behind + self.orphans


def check_all(progress: Callable[[str, int], None] | None = None) -> Drift:
    """Check documents, then the index where there is one. Raises NodeAway."""
    documents = check_documents(progress)
    if not settings.ELASTICSEARCH_URL:
        return Drift(documents)
    try:
        behind, orphans = check_index()
    except node.ERRORS as error:
        raise NodeAway(node.reason_of(error)) from error
    return Drift(documents, behind, orphans)


def check_index() -> tuple[int, int]:
    """Give the index what it lacks, and take away what nothing knows; returns how many documents each was."""
    return _fill_gaps(), _remove_unknown()


def check_documents(progress: Callable[[str, int], None] | None = None) -> dict[str, int]:
    """Describe everything anew and write what differs; returns how many documents of each kind did."""
    found: Counter[str] = Counter()
    for findable in findables:
        found[findable.name] += _check_kind(findable, progress)
    gone = SearchDocument.objects.findable().exclude(kind__in=[findable.name for findable in findables])
    for kind in gone.order_by().values_list("kind", flat=True).distinct():
        found[kind] += forget_kind(kind)
    forget_words()
    return {kind: count for kind, count in found.items() if count}


def forget_words() -> int:
    """Words for corrections whose last document is gone."""
    used = SearchTerm.objects.filter(term=OuterRef("term"))
    forgotten = 0
    while some := list(SearchWord.objects.filter(~Exists(used)).values_list("pk", flat=True)[:WORDS_AT_ONCE]):
        forgotten += SearchWord.objects.filter(pk__in=some).delete()[0]
    return forgotten


def _check_kind(findable: Findable, progress: Callable[[str, int], None] | None) -> int:
    """Every thing, and documents whose thing is gone."""
    things = set(findable.rows().order_by().values_list("pk", flat=True))
    written = SearchDocument.objects.findable().filter(kind=findable.name).order_by().values_list("object_id", flat=True)
    changed, seen = 0, 0
    for some in batches(sorted(things | set(written)), AT_ONCE):
        changed += len(write_documents(findable, some))
        seen += len(some)
        if progress:
            progress(findable.name, seen)
    return changed


def _fill_gaps() -> int:
    """Give the index what it lacks. One that is ahead (the database was restored) is overtaken by a new version."""
    client, behind, last = node.builder(), 0, 0
    documents = SearchDocument.objects.order_by("pk")
    while rows := list(documents.filter(pk__gt=last)[:AT_ONCE]):
        last = rows[-1].pk
        found = client.mget(index=node.alias(), ids=[str(row.pk) for row in rows], source=False)["docs"]
        versions = {int(document["_id"]): document["_version"] for document in found if document["found"]}
        wrong = [row for row in rows if versions.get(row.pk) != row.version]
        wrong = [row for row in wrong if row.audience != Audience.REMOVED or row.pk in versions]
        for row in wrong:
            _overtake(row, versions.get(row.pk))
        hand_over(wrong, node.alias(), client=client)
        mark(rows)
        behind += len(wrong)
    return behind


def _overtake(row: SearchDocument, version: int | None) -> None:
    """A version above the index's; one that somebody deleted there is remembered with the next one for a while."""
    if version is None or version > row.version:
        row.version = max(version or 0, row.version + 1) + 1
        SearchDocument.objects.filter(pk=row.pk).update(version=row.version)


def _remove_unknown() -> int:
    """Delete documents of the index that have no row."""
    client, removed = node.builder(), 0
    hits = scan(client, index=node.alias(), query={"query": {"match_all": {}}}, _source=False, size=1000)
    for some in batches((int(hit["_id"]) for hit in hits), 1000):
        known = set(SearchDocument.objects.filter(pk__in=some).values_list("pk", flat=True))
        unknown = [str(number) for number in some if number not in known]
        if unknown:
            client.delete_by_query(index=node.alias(), query={"ids": {"values": unknown}}, conflicts="proceed", refresh=True)
        removed += len(unknown)
    return removed
