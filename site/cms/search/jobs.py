"""What the worker does for the search: write documents, hand them to the search node."""

from cms.outbox.models import Job
from cms.outbox.registry import Outcome
from cms.search.pages import pages_by_kind
from cms.search.registry import findables
from cms.search.writing import write_documents


def write(job: Job) -> Outcome:
    """Bring the documents of some things up to date."""
    findable = findables.get(job.payload["kind"])
    if findable is None:
        return Outcome.DROPPED
    return _done(write_documents(findable, job.payload["pks"]))


def write_tree(job: Job) -> Outcome:
    """The same of every page at and below a tree path."""
    changed: list[int] = []
    for findable, pks in pages_by_kind(job.payload["path"]):
        changed += write_documents(findable, pks)
    return _done(changed)


def _done(changed: list[int]) -> Outcome:
    from cms.search.mirror import push

    if changed:
        push(changed)
    return Outcome.DONE if changed else Outcome.DROPPED
