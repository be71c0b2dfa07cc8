"""A masked name is shown nowhere and kept for the record."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from participation.contributions.actions import edit_contribution
from participation.models import Contribution
from participation.moderation.actions.names import mask_name, masked_name, unmask_name
from tests.factories import ContributionFactory
from tests.participation.moderation.actions.fairness import fresh, refusal, verbs

pytestmark = pytest.mark.usefixtures("_in_english")


@pytest.fixture
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


# Names


def test_a_masked_name_is_shown_nowhere_and_kept_for_the_record(own: Any, given: Any, dag: Any, client_of: Any) -> None:
    Contribution.objects.filter(pk=given.pk).update(author_name="Hilda Hemlig")
    mask_name(given, dag)
    mask_name(given, dag)
    row = fresh(given)
    assert (row.author_name, row.name_masked, masked_name(row), verbs(given)) == ("", True, "Hilda Hemlig", ["masked"])
    for address in (own.get_url(), f"/kvitto/{row.shown_code}/"):
        page = client_of(None).get(address).content.decode()
        assert "Hilda" not in page and "namnet är maskerat" in page
    unmask_name(given, dag)
    assert (fresh(given).author_name, fresh(given).name_masked) == ("Hilda Hemlig", False)


def test_masking_holds_when_the_writer_edits(given: Any, dag: Any) -> None:
    mask_name(given, dag)
    edit_contribution(given, given.participant, "Nya ord.", "Ett nytt namn")
    row = fresh(given)
    assert (row.text, row.author_name, row.name_masked) == ("Nya ord.", "", True)


def test_what_has_no_name_is_not_masked(own: Any, dag: Any, bo: Any, given: Any) -> None:
    assert "no name" in refusal(lambda: mask_name(ContributionFactory(dialogue=own, author_name=""), dag))
    assert "not masked" in refusal(lambda: mask_name(ContributionFactory(dialogue=own, official=True), dag))
    assert "may not moderate" in refusal(lambda: mask_name(given, bo))
