"""What the host itself holds about a person: told whole, and erased so that nobody is found by it."""

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry

from cms import clock
from cms.accounts.models import Participant, User
from cms.accounts.own_entries import erase_account, export_account
from cms.accounts.personal_data import person_for
from cms.organisation.staff import staff_group
from tests.factories import ParticipantFactory, UserFactory

pytestmark = pytest.mark.django_db


def told(person: Any) -> dict[str, list[Any]]:
    return {section.name: list(section.rows) for section in export_account(person)}


def test_an_account_is_told_with_its_addresses_groups_and_number(astrid: Any) -> None:
    astrid.groups.add(staff_group())
    participant = ParticipantFactory(user=astrid)
    copy = told(person_for(user=astrid))
    assert (copy["account"][0]["email"], copy["account"][0]["groups"]) == (astrid.email, staff_group().name)
    assert copy["addresses"] == [{"email": astrid.email, "verified": True, "primary": True}]
    assert (copy["second_factors"], copy["participant"][0]["number"]) == ([], participant.pk)


def test_a_browser_is_told_only_since_when(db: None) -> None:
    assert set(told(person_for(participant=ParticipantFactory()))) == {"participant"} and told(person_for()) == {}


def test_an_erased_participant_is_a_number_that_leads_to_nobody(astrid: Any) -> None:
    mine, browser = ParticipantFactory(user=astrid), ParticipantFactory()
    erase_account(person_for(user=astrid), clock.now())
    erase_account(person_for(participant=browser), clock.now())
    rows = Participant.objects.filter(pk__in=[mine.pk, browser.pk])
    assert list(rows.values_list("user", "browser_digest")) == [(None, None), (None, None)]


def test_an_erased_account_opens_nothing_and_its_name_leaves_the_log(astrid: Any) -> None:
    astrid.groups.add(staff_group())
    other = UserFactory()
    for account in (astrid, other):
        ModelLogEntry.objects.create(
            content_type=ContentType.objects.get_for_model(User),
            object_id=str(account.pk),
            label=account.email,
            action="wagtail.edit",
            timestamp=clock.now(),
            data={"title": account.first_name},
        )
    erase_account(person_for(user=astrid), clock.now())
    assert not astrid.groups.exists() and not astrid.emailaddress_set.exists() and other.emailaddress_set.exists()
    labels = dict(ModelLogEntry.objects.values_list("object_id", "label"))
    assert labels == {str(astrid.pk): "", str(other.pk): other.email}
