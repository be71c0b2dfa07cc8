"""Pictures of what was done are described and dated before they are public."""

from datetime import timedelta
from typing import Any

import pytest

from cms import clock
from participation.choices import CommitmentStatus
from participation.publication.requirements import missing_for_publication
from tests.participation.commitments.follow_ups import follow_up, stored_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site_tree: Any) -> Any:
    return follow_up(CommitmentStatus.DONE)


def fields(page: Any, **given: Any) -> set[str]:
    """The fields in which something is missing, with these fields of its commitment."""
    (commitment,) = page.commitments.all()
    for name, value in given.items():
        setattr(commitment, name, value)
    return {missing.row_field for missing in missing_for_publication(page, {"commitments": [commitment]})}


def test_a_commitment_needs_no_picture(page: Any) -> None:
    assert fields(page) == set()


def test_a_picture_needs_its_day_and_what_it_shows(page: Any) -> None:
    image = stored_image("trappan.jpg")
    assert fields(page, after_image=image) == {"after_on", "after_description"}
    assert fields(page, after_image=image, after_on=clock.today(), after_description="Trappan med nya steg") == set()


@pytest.mark.parametrize("words", ["IMG_2034.jpg", "trappan.jpg"])
def test_the_name_of_a_file_is_no_description(page: Any, words: str) -> None:
    given = {"before_image": stored_image("trappan.jpg"), "before_on": clock.today(), "before_description": words}
    assert fields(page, **given) == {"before_description"}


def test_words_without_a_picture_are_asked_about(page: Any) -> None:
    assert fields(page, before_description="Trappan") == {"before_image"}


@pytest.mark.parametrize(("before", "after"), [(0, 1), (0, -1)])
def test_days_have_passed_and_stand_in_order(page: Any, before: int, after: int) -> None:
    given: dict[str, Any] = {}
    for moment, ahead in (("before", before), ("after", after)):
        given[f"{moment}_image"] = stored_image(f"{moment}.jpg")
        given[f"{moment}_description"] = "Trappan"
        given[f"{moment}_on"] = clock.today() + timedelta(days=ahead)
    assert fields(page, **given) == {"after_on"}
