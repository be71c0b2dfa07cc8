"""Everything the site holds about a person: who it is about, and which fields lead to people."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from cms.accounts.personal_data import PersonalData, Section, export_of, fields_of_people, person_for, person_of, personal_data
from cms.following.followers import follower_for_user
from tests.factories import ParticipantFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_person_is_the_account_with_what_took_part_and_follows_with_it(astrid: Any) -> None:
    assert person_for(user=astrid).participant is None
    participant, follower = ParticipantFactory(user=astrid), follower_for_user(astrid)
    ParticipantFactory(user=UserFactory())
    person = person_for(user=astrid)
    assert (person.user, person.participant, person.follower) == (astrid, participant, follower)


def test_whoever_asks_reaches_their_own_only(astrid: Any, rf: Any) -> None:
    request = rf.get("/", {"user": astrid.pk})
    request.user = AnonymousUser()
    assert not person_of(request)
    request.user = astrid
    assert person_of(request).user == astrid


def test_a_copy_asks_everybody_who_holds_something(astrid: Any) -> None:
    asked = []

    def export(person: Any) -> list[Section]:
        asked.append(person)
        return [Section("shoes", "Skor", {"size": "storlek"}, [{"size": 38}])]

    personal_data.register(PersonalData("test.shoes", "Skor", (), export, lambda person, at: None))
    try:
        person = person_for(user=astrid)
        assert "shoes" in [section.name for section in export_of(person)] and asked == [person]
    finally:
        personal_data.unregister("test.shoes")


def test_every_field_that_leads_to_somebody_is_found() -> None:
    fields = set(fields_of_people())
    assert {"cms_accounts.Participant.user", "cms_accounts.User_groups.user", "cms_following.Follow.follower"} <= fields
    assert {"participation.Contribution.participant", "wagtailcore.Page.owner"} <= fields
    assert "participation.Contribution.dialogue" not in fields
