"""What the worker does for following: kinds of jobs and mails, letters by the hour, and forgetting."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from cms import clock
from cms.following import actions, digests, fan_out, letters, link_letters
from cms.following.models import REQUEST_LIVES, AddressRequest, Follower
from cms.outbox.parts import delete_in_parts
from cms.outbox.registry import JobKind, MailKind, Sweep, job_kinds, mail_kinds, sweeps

LETTERS_EVERY = timedelta(minutes=10)


def register() -> None:
    """Called when the app is ready."""
    job_kinds.register(JobKind(fan_out.JOB, _("Tell news to followers"), fan_out.fan_out))
    mail_kinds.register(MailKind(fan_out.MAIL, _("News to a follower"), letters.news_letter))
    mail_kinds.register(MailKind(digests.MAIL, _("Letter with the news of a day or a week"), letters.digest_letter))
    mail_kinds.register(MailKind(actions.CONFIRM_MAIL, _("Link that confirms a follow"), link_letters.confirm_letter, urgent=True))
    mail_kinds.register(MailKind(actions.PAGE_MAIL, _("Link to what somebody follows"), link_letters.page_letter, urgent=True))
    sweeps.register(Sweep("following.daily", _("Daily letters to followers"), LETTERS_EVERY, digests.write_daily))
    sweeps.register(Sweep("following.weekly", _("Weekly letters to followers"), LETTERS_EVERY, digests.write_weekly))
    sweeps.register(Sweep("following.forget", _("Forget addresses that nobody confirmed"), timedelta(hours=6), forget))


def forget() -> int:
    """Delete requests whose links have ended, and addresses that follow nothing and that nothing points at."""
    before = clock.now() - REQUEST_LIVES
    requests = delete_in_parts(AddressRequest.objects.filter(created_at__lt=before))
    idle = Follower.objects.filter(user=None, created_at__lt=before)
    for relation in Follower._meta.related_objects:
        idle = idle.filter(**{f"{relation.name}__isnull": True})
    return requests + delete_in_parts(idle)
