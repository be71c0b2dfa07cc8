"""What the worker does for the search beside its jobs: hand over what waits, look again at what time changes, check everything once a day."""

import logging
from collections import defaultdict
from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cms import clock
from cms.outbox.registry import JobKind, Sweep, job_kinds, sweeps
from cms.search import jobs
from cms.search.audience import Audience
from cms.search.changes import WRITE, WRITE_TREE, tell_changed
from cms.search.engines import node
from cms.search.mirror import NodeAway, push, targets
from cms.search.misses import forget_rare
from cms.search.models import SearchDocument

logger = logging.getLogger(__name__)

TOMBSTONES_FOR = timedelta(hours=1)
REFRESHED_AT_ONCE = 1000


def register() -> None:
    """Called when the app is ready."""
    job_kinds.register(JobKind(WRITE, _("Write down for the search"), jobs.write))
    job_kinds.register(JobKind(WRITE_TREE, _("Write down a part of the tree for the search"), jobs.write_tree))
    job_kinds.register(JobKind(jobs.CHECK, _("Compare some of the search with the site"), jobs.check))
    job_kinds.register(JobKind(jobs.CHECK_INDEX, _("Compare some of the search with its index"), jobs.check_index))
    for name, label, every, run in (
        ("search.mirror", _("Hand changes over to the search node"), timedelta(seconds=5), push),
        ("search.refresh", _("Write down for the search what time has changed"), timedelta(minutes=1), refresh),
        ("search.forget_removed", _("Forget what was removed from the search"), timedelta(minutes=30), forget_removed),
        ("search.check", _("Compare the search with the site"), timedelta(days=1), jobs.begin_check),
        ("search.forget_misses", _("Forget rare searches without results"), timedelta(days=1), forget_rare),
    ):
        sweeps.register(Sweep(name, label, every, run))


def refresh() -> int:
    """Documents whose time has come: a dialogue opened, or closed."""
    now = clock.now()
    due = SearchDocument.objects.to_refresh(now).order_by("refresh_at")[:REFRESHED_AT_ONCE]
    by_kind: dict[str, list[int]] = defaultdict(list)
    for document in due:
        by_kind[document.kind].append(document.object_id)
    for kind, pks in by_kind.items():
        tell_changed(kind, pks)
    numbers = [document.pk for document in due]
    SearchDocument.objects.to_refresh(now).filter(pk__in=numbers).update(refresh_at=None)  # not what a worker has set anew meanwhile
    return len(due)


def forget_removed() -> int:
    """Delete rows of removed things once the node has known it for a while, and nobody is building an index."""
    gone = SearchDocument.objects.filter(audience=Audience.REMOVED, removed_at__lt=clock.now() - TOMBSTONES_FOR)
    if not settings.ELASTICSEARCH_URL:
        return gone.delete()[0]
    numbers = list(gone.exclude(pk__in=SearchDocument.objects.pending().values("pk")).values_list("pk", flat=True)[:1000])
    try:
        if not numbers or len(targets()) > 1:
            return 0
        removed = [{"ids": {"values": [str(number) for number in numbers]}}, {"term": {"audience": Audience.REMOVED}}]
        node.writer().delete_by_query(index=node.alias(), query={"bool": {"filter": removed}}, conflicts="proceed")
    except (NodeAway, *node.ERRORS):
        return 0
    return gone.filter(pk__in=numbers).delete()[0]
