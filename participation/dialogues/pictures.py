"""Pictures of the places that dialogues are about, and a drawing where there is none."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cms.components.picture.landscape import Landscape, landscape
from cms.media.shown import ShownPicture, shown_pictures
from cms.media.sizes import PictureSize
from cms.organisation.models import Place
from participation.models import DialoguePage, DialogueTopic

PLACE_PICTURE = PictureSize("participation_place", "fill-{240x180,480x360,960x720} format-webp")


@dataclass(frozen=True)
class PlaceView:
    """Where a dialogue is, for the component `picture` and in words."""

    picture: ShownPicture | None
    landscape: Landscape
    places: tuple[Place, ...] = ()


def place_views(pages: Sequence[DialoguePage]) -> dict[int, PlaceView]:
    """The place of each canonical dialogue by number; the queries are the same however many they are."""
    pictures = shown_pictures((page.image_id for page in pages), PLACE_PICTURE.spec)
    places, topics = _places_of(pages), _topics_of(pages)
    return {page.pk: _view(page, pictures, places[page.pk], topics.get(page.pk, "")) for page in pages}


def place_view(page: DialoguePage) -> PlaceView:
    """The place of one canonical dialogue, also of a draft that is not stored."""
    pictures = shown_pictures([page.image_id], PLACE_PICTURE.spec)
    topic = next((topic.slug for topic in page.topics.all()), "")
    return _view(page, pictures, list(page.places.all()), topic)


def _view(page: DialoguePage, pictures: dict[int, ShownPicture], places: list[Place], topic: str) -> PlaceView:
    where = places[0].slug if places else str(page.translation_key)
    return PlaceView(pictures.get(page.image_id or 0), landscape(where, topic), tuple(places))


def _places_of(pages: Sequence[DialoguePage]) -> dict[int, list[Place]]:
    through: Any = DialoguePage.places.through
    rows = through.objects.filter(dialoguepage__in=[page.pk for page in pages])
    places: dict[int, list[Place]] = defaultdict(list)
    for row in rows.select_related("place").order_by("pk"):
        places[row.dialoguepage_id].append(row.place)
    return places


def _topics_of(pages: Sequence[DialoguePage]) -> dict[int, str]:
    """The first topic of each."""
    links = DialogueTopic.objects.filter(content_object__in=[page.pk for page in pages]).order_by("-pk")
    return dict(links.values_list("content_object", "tag__slug"))
