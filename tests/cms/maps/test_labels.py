"""Names on the map: none upon another, none upon a dot, none outside."""

import itertools
import random

import pytest

from cms.maps.labels import LINE, TIERS, Box, Label, Spot, labels_for, width_of
from cms.maps.projection import WIDTH

HEIGHT = 500


def box_of(label: Label, name: str) -> Box:
    size, _radius = TIERS[label.tiers[0]]
    width, half = width_of(name, size), size * LINE / 2
    left = {"start": label.x, "end": label.x - width, "middle": label.x - width / 2}[label.anchor]
    return Box(left, label.y - half, left + width, label.y + half)


@pytest.mark.parametrize("seed", range(20))
def test_no_two_names_collide_in_any_width(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    names = ["Å", "Skåre", "Trelleborg", "Gislövs läge och Simremarken", "Västra Sjöstaden"] * 6
    spots = [Spot(chance.randrange(20, WIDTH - 20), chance.randrange(20, HEIGHT - 20), name) for name in names]
    labels = labels_for(spots, HEIGHT)
    for tier, (_size, radius) in TIERS.items():
        boxes = [(number, box_of(label, spots[number].name)) for number, own in enumerate(labels) for label in own if tier in label.tiers]
        for (_one, box), (_other, second) in itertools.combinations(boxes, 2):
            assert not box.meets(second)
        for _number, box in boxes:
            assert box.left >= 0 and box.right <= WIDTH and box.top >= 0 and box.bottom <= HEIGHT
            for spot in spots:
                assert not box.meets(Box(spot.x - radius, spot.y - radius, spot.x + radius, spot.y + radius))


def test_the_first_chooses_first_and_who_has_no_room_has_no_label() -> None:
    first, second = labels_for([Spot(300, 200, "Anderslöv"), Spot(300, 200, "Anderslöv")], HEIGHT)
    assert len(first) == len(TIERS) and first[0].anchor == "start"
    crowd = labels_for([Spot(200 + 12 * (n % 8), 200 + 12 * (n // 8), "Anderslöv") for n in range(64)], HEIGHT)
    assert any(not own for own in crowd)
    assert second[0] != first[0]
