"""What people said, as the search reads and shows it: published words only, and never who wrote them."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from wagtail.models import PageViewRestriction

from participation.models import Contribution
from participation.search.contributions import CONTRIBUTION, describe, of_dialogues, show, visible
from tests.factories import ContributionFactory, DialogueFactory, PlaceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_published_words_are_found_without_the_name_under_their_dialogue() -> None:
    place = PlaceFactory()
    given = ContributionFactory(author_name="Kanarie", place=place)
    (entry,) = describe([given])[given.pk]
    assert (entry.text, entry.title, entry.is_heading, entry.date) == (given.text, "", False, given.received_at)
    assert str(given.dialogue.translation_key) in entry.group and "Kanarie" not in str(entry)
    assert (entry.facets["type"], entry.facets["place"]) == ([CONTRIBUTION], [str(place.pk)])


@pytest.mark.parametrize("trait", ["hidden", "pending", "withdrawn"])
def test_what_is_not_published_is_not_found(trait: str) -> None:
    given = ContributionFactory(**{trait: True})
    assert not describe([given]) and not visible([given.pk], AnonymousUser()) and not list(of_dialogues([given.dialogue_id]))


def test_words_are_hidden_with_their_dialogue() -> None:
    draft, closed, found = ContributionFactory(dialogue=DialogueFactory(draft=True)), ContributionFactory(), ContributionFactory()
    restriction = PageViewRestriction.objects.create(page=closed.dialogue, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Inbjudna"))
    rows = [draft, closed, found]
    assert set(describe(rows)) == set(visible([row.pk for row in rows], AnonymousUser())) == {found.pk}


def test_a_dialogue_takes_what_was_said_in_it_along() -> None:
    one = ContributionFactory()
    two = ContributionFactory(dialogue=one.dialogue)
    ContributionFactory()
    assert list(of_dialogues([one.dialogue_id])) == [one.pk, two.pk]


def test_a_result_leads_to_its_place_with_the_name_as_everybody_reads_it(rf: Any) -> None:
    given, masked = ContributionFactory(author_name="Astrid"), ContributionFactory(author_name="Kanarie", name_masked=True)
    strange = ContributionFactory(method="gone")
    shown = show(Contribution.objects.order_by("pk"), rf.get("/"))
    assert shown[given.pk].meta == ("Astrid",) and shown[given.pk].url
    assert "Kanarie" not in shown[masked.pk].meta[0]
    assert shown[strange.pk].url == "", "a method that is off has no place for it"
