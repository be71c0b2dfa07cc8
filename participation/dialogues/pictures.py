"""Pictures of the places that dialogues are about, and a drawing where there is none."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cms.components.picture.landscape import Landscape, landscape
from cms.media.shown import ShownPicture, shown_pictures
from cms.media.sizes import PictureSize
from cms.organisation.models import Place, Topic
from cms.text.alphabet import Key, swedish_key
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
    return place_view_of(page, list(page.places.all()), list(page.topics.all()))


def place_view_of(page: DialoguePage, places: Sequence[Place], topics: Sequence[Topic]) -> PlaceView:
    """The place of a canonical dialogue whose places and topics are read already."""
    pictures = shown_pictures([page.image_id], PLACE_PICTURE.spec)
    topic = next((topic.slug for topic in sorted(topics, key=_by_name)), "")
    return _view(page, pictures, sorted(places, key=_by_name), topic)


def _by_name(row: Place | Topic) -> Key:
    return swedish_key(row.name)


def _view(page: DialoguePage, pictures: dict[int, ShownPicture], places: list[Place], topic: str) -> PlaceView:
    where = places[0].slug if places else str(page.translation_key)
    return PlaceView(pictures.get(page.image_id or 0), landscape(where, topic), tuple(places))


def _places_of(pages: Sequence[DialoguePage]) -> dict[int, list[Place]]:
    through: Any = DialoguePage.places.through
    rows = through.objects.filter(dialoguepage__in=[page.pk for page in pages])
    places: dict[int, list[Place]] = defaultdict(list)
    for row in sorted(rows.select_related("place"), key=lambda row: _by_name(row.place)):
        places[row.dialoguepage_id].append(row.place)
    return places


def _topics_of(pages: Sequence[DialoguePage]) -> dict[int, str]:
    """The first topic of each, in the order of the alphabet."""
    links = DialogueTopic.objects.filter(content_object__in=[page.pk for page in pages]).select_related("tag")
    return {link.content_object_id: link.tag.slug for link in sorted(links, key=lambda link: _by_name(link.tag), reverse=True)}
