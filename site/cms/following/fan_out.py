"""From one news item to a mail for each person who is told at once, a batch at a time."""

from cms.following.matching import told_at_once
from cms.following.models import NewsItem
from cms.outbox.actions import enqueue, enqueue_many
from cms.outbox.models import Job
from cms.outbox.registry import Outcome

JOB = "following.news"
MAIL = "following.news_mail"


def announce(item: NewsItem) -> None:
    """Have an item told, after the commit."""
    enqueue(JOB, {"item": item.pk}, dedupe_key=f"news:{item.pk}")


def fan_out(job: Job) -> Outcome:
    """Write the mails of an item. Beginning again after a stop writes none twice."""
    item = NewsItem.objects.prefetch_related("targets").filter(pk=job.payload["item"]).first()
    if item is None:
        return Outcome.DROPPED
    rows = (({"item": item.pk, "follower": follower}, f"news:{item.pk}:{follower}") for follower in told_at_once(item))
    enqueue_many(MAIL, rows)
    return Outcome.DONE
