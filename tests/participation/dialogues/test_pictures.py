"""Where a dialogue is: its picture in the sizes that pages show, or a drawing by its place and topic."""

from typing import Any

import pytest
from django.core.files.base import ContentFile

from cms.components.picture.landscape import landscape
from cms.media.models import SiteImage
from participation.dialogues.pictures import place_view, place_views
from tests.cms.media.files import picture
from tests.factories import DialogueFactory, PlaceFactory, TopicFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def with_picture() -> Any:
    file = ContentFile(picture(size=(1200, 900)), name="torget.jpg")
    return DialogueFactory(image=SiteImage.objects.create(title="torget", description="Torget", file=file))


def test_a_dialogue_shows_its_picture() -> None:
    page = with_picture()
    shown = place_views([page])[page.pk].picture
    assert shown is not None and shown.width / shown.height == 4 / 3
    assert place_view(page).picture == shown


def test_without_one_it_is_drawn_by_place_and_topic() -> None:
    place, topic = PlaceFactory(slug="skare"), TopicFactory(slug="trafik")
    page = DialogueFactory()
    page.places.set([place])
    page.topics.set([topic])
    page.save()
    view = place_views([page])[page.pk]
    assert (view.picture, view.places, view.landscape) == (None, (place,), landscape("skare", "trafik"))
    assert place_view(page) == view


def test_one_of_no_place_has_its_own_drawing() -> None:
    first, second = DialogueFactory(), DialogueFactory()
    for page in (first, second):
        page.places.set([])
        page.save()
    views = place_views([first, second])
    assert views[first.pk].landscape != views[second.pk].landscape


def test_many_take_the_queries_of_one(count_queries: Any) -> None:
    pages = [with_picture() for _number in range(3)]
    place_views(pages)
    assert count_queries(lambda: place_views(pages)) == count_queries(lambda: place_views(pages[:1]))
