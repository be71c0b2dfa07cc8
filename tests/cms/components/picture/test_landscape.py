"""Drawings for what has no picture: alike for the same place and topic, told apart otherwise."""

from cms.components.picture.landscape import HEIGHT, TONES, WIDTH, landscape

PLACES = ("anderslov", "skegrie", "skare", "smygehamn", "trelleborg", "gylle", "alstad", "klagstorp")


def test_a_place_is_always_drawn_alike() -> None:
    assert landscape("anderslov", "kultur") == landscape("anderslov", "kultur")


def test_places_differ_by_their_lines_and_topics_by_their_colour() -> None:
    assert len({landscape(place).paths for place in PLACES}) == len(PLACES)
    first, second = landscape("skare", "trafik"), landscape("skare", "kultur")
    assert first.paths == second.paths
    assert {landscape("", str(number)).tone for number in range(40)} == set(TONES)


def test_every_drawing_keeps_within_its_sheet() -> None:
    for place in PLACES:
        drawn = landscape(place)
        x, y, radius = drawn.sun
        assert radius <= x <= WIDTH - radius and radius <= y <= HEIGHT - radius
        assert all(path.startswith("M") and path.endswith("Z") for path in drawn.paths)
