"""Erasing takes the person and leaves the public record."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cms.accounts.erasure import ErasureRefused, erase_person
from cms.accounts.models import Erasure
from cms.accounts.personal_data import person_for
from cms.following.actions import follow_as
from cms.organisation.roles import coordinator_group
from cms.outbox.models import Job
from participation.models import ContributionRevision, Support
from tests.factories import ContributionFactory, DialogueFactory, UserFactory
from tests.outbox_tools import work_off

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def text(response: Any) -> str:
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()


def test_erased_is_the_person_and_not_the_public_record(hers: Client, astrid: Any, astrids: Any) -> None:
    follow_as(astrid, "participation.dialogue", astrids.dialogue_id, "at_once", "sv")
    other = Client()
    other.force_login(astrid, backend="django.contrib.auth.backends.ModelBackend")
    answer = hers.post(reverse("erase"), {"word": "radera"}, follow=True)
    assert "Du är raderad" in text(answer)
    astrids.refresh_from_db()
    assert (astrids.text, astrids.author_name, astrids.participant) == ("Sänk farten vid skolan.", "Astrid", None)
    assert not get_user_model().objects.filter(pk=astrid.pk).exists()
    assert other.get(reverse("my_page")).status_code == 302, "logged out everywhere"
    assert [letter.to for letter in work_off()] == [["astrid@example.org"]]
    assert not Job.objects.filter(payload__icontains="astrid").exists()


def test_names_and_texts_go_when_that_is_chosen(hers: Client, astrids: Any) -> None:
    supported = ContributionFactory(dialogue=astrids.dialogue, support_count=1)
    Support.objects.create(contribution=supported, participant=astrids.participant, given_at=astrids.received_at)
    hers.post(reverse("erase"), {"word": "RADERA", "options": ["names", "texts"]})
    astrids.refresh_from_db()
    supported.refresh_from_db()
    assert (astrids.text, astrids.state, supported.support_count) == ("", "withdrawn", 0)
    assert ContributionRevision.objects.filter(contribution=astrids, text="Sänk farten vid skolan.").exists(), "the record keeps it"


def test_who_runs_the_site_or_is_the_last_coordinator_or_owes_answers_stays(db: None) -> None:
    admin, last, owing = UserFactory(admin=True), UserFactory(staff=True), UserFactory(staff=True)
    last.groups.add(coordinator_group())
    DialogueFactory(closed=True, feedback_responsible=owing, title="Trygga skolvägar")
    for user in (admin, last, owing):
        with pytest.raises(ErasureRefused) as refused:
            erase_person(person_for(user=user))
        assert refused.value.messages
    assert "Trygga skolvägar" in str(refused.value)
    assert not Erasure.objects.exists()
