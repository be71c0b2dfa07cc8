"""The host's own sweeps: publish what is scheduled, and forget finished jobs."""

from datetime import timedelta

from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext_lazy as _

from cms import clock
from cms.outbox.models import Job
from cms.outbox.parts import delete_in_parts
from cms.outbox.registry import Sweep, sweeps

DELETED_AT_ONCE = 5000


def register() -> None:
    """Called when the app is ready."""
    sweeps.register(
        Sweep("outbox.publish_scheduled", _("Publish and unpublish at the times chosen"), timedelta(minutes=1), publish_scheduled)
    )
    sweeps.register(Sweep("outbox.forget_finished", _("Delete jobs that finished long ago"), timedelta(hours=1), forget_finished))


def publish_scheduled() -> int:
    """Publish what is scheduled, by Wagtail's own command, so that no installation needs cron for it."""
    call_command("publish_scheduled", verbosity=0)
    return 0


def forget_finished() -> int:
    """Delete jobs that finished longer ago than GENSVAR_OUTBOX_KEEP_DAYS, a part at a time."""
    before = clock.read() - timedelta(days=settings.GENSVAR_OUTBOX_KEEP_DAYS)
    return delete_in_parts(Job.objects.finished_before(before), DELETED_AT_ONCE)
