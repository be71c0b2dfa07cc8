"""Keys of forms: a form that is sent twice gives one contribution. They are forgotten when no form is that old."""

from datetime import timedelta

from cms import clock
from participation.models import Contribution

KEPT_FOR = timedelta(days=30)
AT_ONCE = 1000


def forget_keys() -> int:
    """Wipe the keys of old contributions, a part at a time; the contributions stay as they are."""
    old = Contribution.objects.filter(idempotency_key__isnull=False, received_at__lt=clock.now() - KEPT_FOR)
    forgotten = 0
    while some := list(old.order_by().values_list("pk", flat=True)[:AT_ONCE]):
        forgotten += Contribution.objects.filter(pk__in=some).update(idempotency_key=None)
    return forgotten
