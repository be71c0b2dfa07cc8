"""The map as it is drawn: an outline, points that are links, the source; left out where there is nothing to show."""

from django.template import Context, Template

from cms.maps.display import MapPoint, MapView, draw_map
from cms.maps.positions import Position

RINGS = [[[13.0, 55.3], [13.5, 55.3], [13.5, 55.5], [13.0, 55.3]]]
HERE, THERE = (
    MapPoint("Alstad", Position(55.45, 13.2), "/orter/alstad/", "1 öppen dialog", is_open=True),
    MapPoint("Skåre", Position(55.38, 13.05)),
)


def html_of(view: MapView | None) -> str:
    return Template('{% component "place_map" map=map label="Karta" %}').render(Context({"map": view}))


def test_points_with_an_address_are_links_with_a_name() -> None:
    html = html_of(draw_map([HERE, THERE], RINGS, "SCB, CC0"))
    assert html.count("<a ") == 1
    assert 'href="/orter/alstad/" aria-label="Alstad, 1 öppen dialog"' in html
    assert "SCB, CC0" in html and 'aria-label="Karta"' in html


def test_the_outline_is_one_closed_path_of_whole_numbers() -> None:
    view = draw_map([HERE], RINGS)
    assert view is not None
    assert view.outline.startswith("M") and view.outline.endswith("Z") and view.outline.count("L") == 2
    assert "." not in view.outline


def test_without_a_border_points_alone_make_the_map_and_name_no_source() -> None:
    view = draw_map([HERE, THERE], [], "SCB, CC0")
    assert view is not None and view.outline == "" and view.source == ""
    assert "<path" not in html_of(view) and "SCB" not in html_of(view)


def test_what_says_nothing_is_left_out() -> None:
    assert draw_map([], RINGS) is None
    assert draw_map([HERE], []) is None
