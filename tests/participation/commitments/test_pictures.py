"""Pictures of commitments, before and after, where the commitment is shown."""

import re
from typing import Any

import pytest
from django.test import Client

from cms import clock
from participation.choices import CommitmentStatus
from participation.models import Commitment
from tests.factories import translated
from tests.participation.commitments.follow_ups import follow_up, stored_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site_tree: Any) -> Any:
    page = follow_up(CommitmentStatus.DONE)
    picture(page.commitments.get())
    return page


def picture(commitment: Commitment) -> None:
    """Give a commitment its two pictures."""
    for moment in ("before", "after"):
        setattr(commitment, f"{moment}_image", stored_image(f"{moment}.jpg"))
        setattr(commitment, f"{moment}_on", clock.today())
        setattr(commitment, f"{moment}_description", f"Trappan: {moment}")
    commitment.save()


def shown(page: Any) -> str:
    response = Client().get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def test_both_are_shown_with_their_day_and_described(page: Any) -> None:
    html = shown(page)
    for label, moment in (("Före", "before"), ("Efter", "after")):
        assert re.search(rf'<img[^>]*alt="Trappan: {moment}"', html)
        assert re.search(rf"<figcaption><strong>{label}</strong> <time", html)


def test_they_stand_on_the_dialogue_and_on_the_outcome_too(page: Any) -> None:
    dialogue = page.dialogue
    assert 'alt="Trappan: after"' in shown(dialogue)
    assert 'alt="Trappan: after"' in shown(dialogue.get_children().get(slug="sa-blev-det").specific)


def test_a_translation_has_the_picture_and_its_own_words(page: Any) -> None:
    copy = translated(page)
    own = copy.commitments.get()
    own.after_description = "The stairs, mended"
    own.save()
    html = shown(copy)
    assert 'alt="The stairs, mended"' in html
    assert re.search(r'<img[^>]*alt="Trappan: before" lang="sv"', html)


def test_more_pictures_take_no_more_queries(page: Any, count_queries: Any) -> None:
    shown(page)
    few = count_queries(lambda: shown(page))
    for number in range(4):
        commitment = Commitment.objects.create(page=page, what=f"Mer {number}", who="Gatan", due_on=clock.today(), locale=page.locale)
        picture(commitment)
    shown(page)  # makes the sizes
    assert count_queries(lambda: shown(page)) <= few
