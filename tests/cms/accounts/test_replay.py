"""A restored backup forgets again whom it had forgotten."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from cms.accounts.erasure import erase_person
from cms.accounts.erasure_list import list_path
from cms.accounts.models import Erasure, Participant
from cms.accounts.personal_data import person_for
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_a_restored_backup_forgets_again(astrid: Any, astrids: Any, django_capture_on_commit_callbacks: Any) -> None:
    joined, participant = astrid.date_joined, astrids.participant
    pk = astrid.pk
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(person_for(user=astrid))
    assert "astrid" not in list_path().read_text()
    restored = UserFactory(pk=pk, email="astrid@example.org", date_joined=joined)
    Participant.objects.filter(pk=participant.pk).update(user=restored)
    Erasure.objects.all().delete()
    stranger = UserFactory(email="annan@example.org", date_joined=joined + timedelta(days=1))
    call_command("replay_erasures", str(list_path()), verbosity=0)
    call_command("replay_erasures", str(list_path()), verbosity=0)
    assert not get_user_model().objects.filter(email="astrid@example.org").exists()
    assert get_user_model().objects.filter(pk=stranger.pk).exists()
    assert Erasure.objects.count() == 1
