"""What the worker does for the search: write documents, hand them to the search node, compare everything once a day.

The comparison goes from some things to the next, a job each: whatever else waits goes between them.
"""

import logging
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Page

from cms import clock
from cms.outbox.actions import enqueue
from cms.outbox.jobs import due_along
from cms.outbox.models import Job
from cms.outbox.registry import Outcome
from cms.search.changes import WRITE, WRITE_TREE
from cms.search.checking import fill_gaps, forget_strangers, next_things, remove_unknown
from cms.search.mirror import push
from cms.search.pages import pages_by_kind
from cms.search.registry import findables
from cms.search.writing import write_documents

logger = logging.getLogger(__name__)

CHECK = "search.check"
CHECK_INDEX = "search.check_index"
PAUSE = timedelta(seconds=5)  # between two parts of a comparison
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
    """Bring the documents of a page and of every page below it up to date, in all languages."""
    page = Page.objects.filter(pk=job.payload["page"]).first()
    if page is None:  # whoever deletes pages tells each
        return Outcome.DROPPED
    changed: list[int] = []
    for findable, pks in pages_by_kind(page):
        changed += write_documents(findable, pks)
    return _done(job, changed)


def begin_check() -> int:
    """Have everything compared: what nobody told is found and repaired. Returns how many comparisons begin."""
    day = clock.today().isoformat()
    forgotten = forget_strangers()
    if forgotten:
        logger.warning("The search held documents of plugins that are off: %s", forgotten)
    begun = [_go_on(CHECK, day, 0, kind=findable.name) for findable in findables]
    if settings.ELASTICSEARCH_URL:
        begun.append(_go_on(CHECK_INDEX, day, 0))
    return sum(begun)


def check(job: Job) -> Outcome:
    """Compare some things of a kind with what is written down; the next ones are a job of their own, also where these fail."""
    findable = findables.get(job.payload["kind"])
    some = next_things(findable, job.payload["after"]) if findable else []
    if findable is None or not some:
        return Outcome.DROPPED
    _go_on(CHECK, job.payload["day"], some[-1], kind=findable.name)
    is_behind = _others(job).exists()  # then it is no wonder that something differs
    changed = write_documents(findable, some)
    if changed and not is_behind:
        logger.warning("The search was out of step and is repaired: %s, %d documents", findable.name, len(changed))
    return _done(job, changed)


def check_index(job: Job) -> Outcome:
    """Compare some documents with the index; at the end, take away what nothing knows."""
    behind, last = fill_gaps(job.payload["after"])
    if last is not None:
        _go_on(CHECK_INDEX, job.payload["day"], last)
    orphans = remove_unknown() if last is None else 0
    if behind or orphans:
        logger.warning("The search index was out of step and is repaired: %d behind, %d orphans", behind, orphans)
    return Outcome.DONE


def _go_on(job_kind: str, day: str, after: int, **which: Any) -> bool:
    """Each part of a day's comparison once, after a pause."""
    key = ":".join([job_kind, day, *which.values(), str(after)])
    return enqueue(job_kind, {"day": day, "after": after, **which}, dedupe_key=key, not_before=clock.read() + PAUSE)


def _done(job: Job, changed: list[int]) -> Outcome:
    """Hand over at once where nothing else waits; in a rush the sweep hands over many together, every few seconds."""
    if changed and not _others(job).exists():
        push()
    return Outcome.DONE if changed else Outcome.DROPPED


def _others(job: Job) -> QuerySet[Job]:
    """What else waits to be written down."""
    return Job.objects.waiting().filter(kind__in=(WRITE, WRITE_TREE)).exclude(pk=job.pk)
