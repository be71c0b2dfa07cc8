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
    """Documents that the index had otherwise, or not at all, although they had been handed over."""
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
    behind, last = fill_gaps(0)
    while last is not None:
        lacked, last = fill_gaps(last)
        behind += lacked
    return behind, remove_unknown()


def fill_gaps(after: int) -> tuple[int, int | None]:
    """Give the index what it lacks of the next rows; returns how many it was thought to have, and the last row's number (None at the end).

    One that is ahead (the database was restored) is overtaken by a new version.
    """
    rows = list(SearchDocument.objects.filter(pk__gt=after).order_by("pk")[:AT_ONCE])
    if not rows:
        return 0, None
    client = node.builder()
    mirrored = client.mget(index=node.alias(), ids=[str(row.pk) for row in rows], source=False)["docs"]
    versions = {int(document["_id"]): document["_version"] for document in mirrored if document["found"]}
    wrong = [row for row in rows if versions.get(row.pk) != row.version]
    wrong = [row for row in wrong if row.audience != Audience.REMOVED or row.pk in versions]
    unexpected = sum(row.mirrored_version == row.version for row in wrong)  # the others were on their way
    wrong = [row for row in wrong if _overtake(row, versions.get(row.pk))]
    hand_over(wrong, node.alias(), client=client)
    mark(rows)
    return unexpected, rows[-1].pk


def check_documents(progress: Callable[[str, int], None] | None = None) -> dict[str, int]:
    """Describe everything anew and write what differs; returns how many documents of each kind did."""
    counts: Counter[str] = Counter()
    for findable in findables:
        counts[findable.name] += _check_kind(findable, progress)
    counts.update(forget_strangers())
    return {kind: count for kind, count in counts.items() if count}


def forget_strangers() -> dict[str, int]:
    """Documents of plugins that are off, and words that stand in no document; returns how many documents of each kind."""
    gone = SearchDocument.objects.findable().exclude(kind__in=[findable.name for findable in findables])
    counts = {kind: forget_kind(kind) for kind in gone.order_by().values_list("kind", flat=True).distinct()}
    forget_words()
    return counts


def next_things(findable: Findable, after: int) -> list[int]:
    """The numbers of the next things that are there or written down, in order."""
    things = findable.rows().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]
    written = SearchDocument.objects.findable().filter(kind=findable.name, object_id__gt=after)
    numbers = written.order_by("object_id").values_list("object_id", flat=True).distinct()[:AT_ONCE]
    return sorted({*things, *numbers})[:AT_ONCE]


def forget_words() -> int:
    """Words for corrections whose last document is gone."""
    used = SearchTerm.objects.filter(term=OuterRef("term"))
    forgotten = 0
    while some := list(SearchWord.objects.filter(~Exists(used)).values_list("pk", flat=True)[:WORDS_AT_ONCE]):
        forgotten += SearchWord.objects.filter(pk__in=some).delete()[0]
    return forgotten


def _check_kind(findable: Findable, progress: Callable[[str, int], None] | None) -> int:
    """Every thing, and documents whose thing is gone."""
    changed, seen, last = 0, 0, 0
    while some := next_things(findable, last):
        last = some[-1]
        changed += len(write_documents(findable, some))
        seen += len(some)
        if progress:
            progress(findable.name, seen)
    return changed


def _overtake(row: SearchDocument, version: int | None) -> bool:
    """Take a version above the index's; False where the row was written meanwhile: what it says now is handed over by whoever wrote it.

    A version that somebody deleted in the index is remembered there for a while: it is overtaken too.
    """
    if version is not None and version < row.version:
        return True
    new = max(version or 0, row.version + 1) + 1
    if not SearchDocument.objects.filter(pk=row.pk, version=row.version).update(version=new):
        return False
    row.version = new
    return True


def remove_unknown() -> int:
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
