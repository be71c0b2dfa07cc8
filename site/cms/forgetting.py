"""What grows by being used and is nobody's record: each has a time after which it is forgotten.

The table in `docs/operations.md` names every model of the installation; what plugins and other packages of the host sweep
stands with them. Nothing here is public record, and nothing that somebody waits for.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from allauth.account.models import EmailAddress, EmailConfirmation
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import UploadedFile
from wagtail_localize.models import TranslationLog

from cms import clock
from cms.accounts.models import Participant, User
from cms.outbox.demo_mailbox import FILE_BACKEND
from cms.outbox.parts import delete_in_parts
from cms.outbox.registry import Sweep, sweeps

DAILY = timedelta(days=1)
EDITING_KEPT = timedelta(days=1)
UPLOADS_KEPT = timedelta(days=7)
CONFIRMATIONS_KEPT = timedelta(days=30)
UNCONFIRMED_KEPT = timedelta(days=30)
IDLE_BROWSERS_KEPT = timedelta(days=30)
TRANSLATING_KEPT = timedelta(days=730)
MAIL_FILES_KEPT = timedelta(days=30)


def register() -> None:
    """Called once, when the apps are ready."""
    kinds: list[tuple[str, str | Promise, Callable[[], int]]] = [
        ("sessions", _("Delete sessions that have ended"), forget_sessions),
        ("editing", _("Delete notes about who had which form open"), forget_editing),
        ("uploads", _("Delete uploaded files that never became a picture or document"), forget_uploads),
        ("confirmations", _("Delete keys to confirm an address that have ended"), forget_confirmations),
        ("accounts", _("Delete accounts whose address nobody confirmed"), forget_unconfirmed_accounts),
        ("browsers", _("Delete browsers in which nobody took part"), forget_idle_browsers),
        ("translating", _("Delete notes about old translations"), forget_translating),
        ("mail_files", _("Delete old mails of a demonstration"), forget_mail_files),
    ]
    for name, label, run in kinds:
        sweeps.register(Sweep(f"forgetting.{name}", label, DAILY, run))


def forget_sessions() -> int:
    """Sessions whose time has run out; who is signed in stays so."""
    return delete_in_parts(Session.objects.filter(expire_date__lt=clock.read()))


def forget_editing() -> int:
    """Who had a form open, and what its preview held."""
    before = clock.read() - EDITING_KEPT
    sessions = delete_in_parts(EditingSession.objects.filter(last_seen_at__lt=before))
    return sessions + delete_in_parts(FormState.objects.filter(last_updated_at__lt=before))


def forget_uploads() -> int:
    """Files of the form for many at once that nobody finished. Their rows know no time, their files do."""
    before, forgotten = clock.read() - UPLOADS_KEPT, 0
    for upload in UploadedFile.objects.order_by("pk").iterator(chunk_size=500):
        if _modified(upload) < before:
            upload.file.delete(save=False)
            upload.delete()
            forgotten += 1
    return forgotten


def forget_confirmations() -> int:
    """Keys to confirm an address, long after the link in the mail has ended."""
    return delete_in_parts(EmailConfirmation.objects.filter(created__lt=clock.read() - CONFIRMATIONS_KEPT))


def forget_unconfirmed_accounts() -> int:
    """Accounts that somebody asked for and never confirmed: with the form of signing up, never used, of nobody who works here."""
    unconfirmed = User.objects.filter(
        date_joined__lt=clock.read() - UNCONFIRMED_KEPT, last_login=None, is_staff=False, groups=None, administration=None, participant=None
    )
    asked_for = Exists(EmailAddress.objects.filter(user=OuterRef("pk")))
    confirmed = Exists(EmailAddress.objects.filter(user=OuterRef("pk"), verified=True))
    return delete_in_parts(unconfirmed.filter(asked_for, ~confirmed))


def forget_idle_browsers() -> int:
    """Browsers that were given a number, and in which nothing was said, supported, reported or voted since."""
    idle = Participant.objects.filter(user=None, created_at__lt=clock.read() - IDLE_BROWSERS_KEPT)
    for relation in Participant._meta.related_objects:
        idle = idle.filter(**{f"{relation.field.related_query_name()}__isnull": True})
    return delete_in_parts(idle)


def forget_translating() -> int:
    """That a translation was saved; its words and its page's history stay."""
    return delete_in_parts(TranslationLog.objects.filter(created_at__lt=clock.read() - TRANSLATING_KEPT))


def forget_mail_files() -> int:
    """Mails in files, where an installation writes them so; a mail server keeps none here."""
    if settings.EMAIL_BACKEND != FILE_BACKEND:
        return 0
    before = (clock.read() - MAIL_FILES_KEPT).timestamp()
    old = [path for path in Path(getattr(settings, "EMAIL_FILE_PATH", "")).glob("*.log") if path.stat().st_mtime < before]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _modified(upload: UploadedFile) -> datetime:
    """When a file was uploaded; one that is gone was uploaded long ago."""
    storage = upload.file.storage
    try:
        return storage.get_modified_time(upload.file.name)
    except (FileNotFoundError, ValueError):
        return datetime.min.replace(tzinfo=UTC)
