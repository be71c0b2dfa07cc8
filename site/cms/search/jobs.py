"""What the worker does for the search: write documents, hand them to the search node."""

from cms.outbox.jobs import due_along
from cms.outbox.models import Job
from cms.outbox.registry import Outcome
from cms.search.changes import WRITE, WRITE_TREE
from cms.search.mirror import push
from cms.search.pages import pages_by_kind
from cms.search.registry import findables
from cms.search.writing import write_documents

MOST_ALONG = 100  # jobs that are done with one: describing many things costs little more than one


def write(job: Job) -> Outcome:
    """Bring the documents of some things up to date."""
    findable = findables.get(job.payload["kind"])
    if findable is None:
        return Outcome.DROPPED
    with due_along(job, MOST_ALONG, payload__kind=job.payload["kind"]) as others:
        pks = {pk for each in (job, *others) for pk in each.payload["pks"]}
        changed = write_documents(findable, pks)
    return _done(job, changed)


def write_tree(job: Job) -> Outcome:
    """The same of every page at and below a tree path."""
    changed: list[int] = []
    for findable, pks in pages_by_kind(job.payload["path"]):
        changed += write_documents(findable, pks)
    return _done(job, changed)


def _done(job: Job, changed: list[int]) -> Outcome:
    """Hand over at once where nothing else waits; in a rush the sweep hands over many together, every few seconds."""
    others = Job.objects.waiting().filter(kind__in=(WRITE, WRITE_TREE)).exclude(pk=job.pk)
    if changed and not others.exists():
        push()
    return Outcome.DONE if changed else Outcome.DROPPED
