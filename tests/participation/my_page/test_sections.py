"""Sections of one's own page: what waits to be claimed, what one wrote, what one agrees with."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from cms import clock
from cms.accounts.personal_data import Person, person_for
from participation.contributions.actions import give_support
from participation.my_page.sections import EXCERPT, ON_PAGE, claims_context, contributions_context, supports_context
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def person(astrid: Any) -> Person:
    ParticipantFactory(user=astrid)
    return person_for(user=astrid)


def asked(rf: Any, person: Person, **query: Any) -> Any:
    request = rf.get("/", query)
    request.user = person.user or AnonymousUser()
    return request


def written(rf: Any, person: Person, **query: Any) -> list[dict[str, Any]]:
    return contributions_context(asked(rf, person, **query), person)["items"]


def supported(rf: Any, person: Person) -> list[dict[str, Any]]:
    context = supports_context(asked(rf, person), person)
    assert context is not None
    return context["items"]


def test_what_one_wrote_stands_newest_first_with_its_state(rf: Any, person: Person) -> None:
    old = ContributionFactory(participant=person.participant, received_at=clock.now() - timedelta(days=1), text="x" * (EXCERPT + 1))
    new = ContributionFactory(participant=person.participant, pending=True)
    ContributionFactory()
    first, second = written(rf, person)
    assert [(item["code"], item["chip"]["tone"]) for item in (first, second)] == [(new.shown_code, "amber"), (old.shown_code, "green")]
    assert first["text"] == new.text and len(second["text"]) == EXCERPT
    assert second["url"] == old.dialogue.get_url() and new.shown_code in first["links"][0]["url"]


def test_what_is_hidden_is_named_without_its_text(rf: Any, person: Person) -> None:
    ContributionFactory(participant=person.participant, hidden=True, text="Kanariefågel")
    (item,) = written(rf, person)
    assert "Kanariefågel" not in item["text"] and item["chip"]["tone"] == "brick"


def test_a_dialogue_that_was_taken_down_is_not_told(rf: Any, person: Person) -> None:
    ContributionFactory(participant=person.participant, dialogue=DialogueFactory(draft=True), text="Kanariefågel")
    (item,) = written(rf, person)
    assert "title" not in item and "url" not in item and "Kanariefågel" not in item["text"]


def test_more_than_a_page_is_paged(rf: Any, person: Person) -> None:
    ContributionFactory.create_batch(ON_PAGE + 1, participant=person.participant, dialogue=DialogueFactory())
    assert (len(written(rf, person)), len(written(rf, person, sida="2"))) == (ON_PAGE, 1)


def test_what_one_agrees_with_can_be_taken_back_while_the_dialogue_is_open(rf: Any, person: Person) -> None:
    given = ContributionFactory(dialogue=DialogueFactory(open=True))
    assert person.participant is not None
    give_support(given, person.participant)
    (item,) = supported(rf, person)
    assert (item["text"], len(item["links"])) == (given.text, 1)
    with clock.at(clock.now() + timedelta(days=90)):
        assert supported(rf, person)[0]["links"] == []
    given.dialogue.unpublish()
    assert supported(rf, person) == []


def test_nobody_has_written_nothing_and_is_offered_nothing(rf: Any) -> None:
    nobody = person_for()
    assert written(rf, nobody) == supported(rf, nobody) == [] and claims_context(asked(rf, nobody), nobody) is None
