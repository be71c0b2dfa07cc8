"""What is old and nobody's record is forgotten; what is in use, waits or was given stays."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import Page, UploadedFile
from wagtail_localize.models import TranslationLog, TranslationSource

from cms import clock, forgetting
from cms.accounts.models import Participant
from cms.outbox.registry import sweeps
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, UserFactory, locale

pytestmark = pytest.mark.django_db
Count = Callable[[Callable[[], Any]], int]


def ago(time: timedelta) -> Any:
    return clock.now() - time - timedelta(hours=1)


def sessions(number: int, offset: timedelta) -> None:
    Session.objects.bulk_create(
        [Session(session_key=f"{offset.days}-{key}", session_data="", expire_date=clock.now() + offset) for key in range(number)]
    )


def test_each_is_a_daily_sweep_with_a_name() -> None:
    ours = [sweep for sweep in sweeps if sweep.name.startswith("forgetting.")]
    assert len(ours) == 8 and all(sweep.every == timedelta(days=1) and sweep.label for sweep in ours)


def test_sessions_that_have_ended() -> None:
    sessions(2, -timedelta(days=1))
    sessions(1, timedelta(hours=1))
    assert forgetting.forget_sessions() == 2
    assert Session.objects.count() == 1


def test_ten_times_as_many_sessions_take_no_more_queries(count_queries: Count) -> None:
    sessions(5, -timedelta(days=1))
    few = count_queries(forgetting.forget_sessions)
    sessions(50, -timedelta(days=1))
    assert count_queries(forgetting.forget_sessions) == few


def test_accounts_that_nobody_confirmed() -> None:
    kept = [UserFactory(), UserFactory(staff=True), UserFactory(last_login=clock.now()), UserFactory()]
    forgotten = [UserFactory(), UserFactory(staff=False)]
    EmailAddress.objects.exclude(user=kept[0]).update(verified=False)
    type(kept[0]).objects.exclude(pk=kept[-1].pk).update(date_joined=ago(forgetting.UNCONFIRMED_KEPT))
    taking_part = UserFactory(date_joined=ago(forgetting.UNCONFIRMED_KEPT))
    ParticipantFactory(user=taking_part)
    assert forgetting.forget_unconfirmed_accounts() == len(forgotten)
    assert set(type(kept[0]).objects.values_list("pk", flat=True)) == {person.pk for person in [*kept, taking_part]}


def test_forms_that_nobody_has_open(site_tree: Any) -> None:
    person, page = UserFactory(), ContentType.objects.get_for_model(Page)
    for age in (forgetting.EDITING_KEPT, -timedelta(hours=2)):
        about = {"user": person, "content_type": page, "object_id": str(age.days)}
        EditingSession.objects.create(**about, last_seen_at=ago(age))
        FormState.objects.create(**about, data="", parent_object_id="", last_updated_at=ago(age))
    assert forgetting.forget_editing() == 2
    assert EditingSession.objects.count() == FormState.objects.count() == 1


def test_uploads_that_nobody_finished(settings: Any) -> None:
    old, new, lost = (UploadedFile.objects.create(file=ContentFile(b"x", name=f"{name}.png")) for name in ("old", "new", "lost"))
    before = ago(forgetting.UPLOADS_KEPT).timestamp()
    os.utime(old.file.path, (before, before))
    Path(lost.file.path).unlink()
    assert forgetting.forget_uploads() == 2
    assert UploadedFile.objects.get() == new and Path(new.file.path).exists() and not Path(old.file.path).exists()


def test_keys_to_confirm_an_address() -> None:
    address = EmailAddress.objects.create(user=UserFactory(), email="ny@example.org")
    for number, age in enumerate((forgetting.CONFIRMATIONS_KEPT, timedelta(days=1))):
        EmailConfirmation.objects.create(email_address=address, key=str(number), created=ago(age))
    assert forgetting.forget_confirmations() == 1
    assert EmailAddress.objects.filter(pk=address.pk).exists()


def test_browsers_in_which_nobody_took_part(site_tree: Any) -> None:
    long_ago = ago(forgetting.IDLE_BROWSERS_KEPT)
    idle = ParticipantFactory(created_at=long_ago)
    kept = [
        ParticipantFactory(),
        ParticipantFactory(with_account=True, created_at=long_ago),
        ContributionFactory(participant=ParticipantFactory(created_at=long_ago)).participant,
    ]
    assert forgetting.forget_idle_browsers() == 1
    assert not Participant.objects.filter(pk=idle.pk).exists()
    assert Participant.objects.filter(pk__in=[row.pk for row in kept]).count() == 3


def test_notes_about_old_translations(site_tree: Any) -> None:
    source, _is_new = TranslationSource.get_or_create_from_instance(DialogueFactory())
    old, new = (TranslationLog.objects.create(source=source, locale=locale("en")) for _number in range(2))
    TranslationLog.objects.filter(pk=old.pk).update(created_at=ago(forgetting.TRANSLATING_KEPT))
    assert forgetting.forget_translating() == 1 and TranslationLog.objects.get() == new


def test_mails_in_files(settings: Any, tmp_path: Path) -> None:
    settings.EMAIL_FILE_PATH = str(tmp_path)
    old, new = tmp_path / "old.log", tmp_path / "new.log"
    for file in (old, new):
        file.write_text("a mail")
    before = ago(forgetting.MAIL_FILES_KEPT).timestamp()
    os.utime(old, (before, before))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert forgetting.forget_mail_files() == 0 and old.exists()
    settings.EMAIL_BACKEND = forgetting.FILE_BACKEND
    assert forgetting.forget_mail_files() == 1
    assert new.exists() and not old.exists()
