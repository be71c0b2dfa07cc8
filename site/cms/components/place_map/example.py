"""Examples of the map, of an invented island."""

from cms.maps.display import MapPoint, draw_map
from cms.maps.positions import Position

ISLAND = [[[13.0, 55.4], [13.1, 55.48], [13.3, 55.5], [13.45, 55.45], [13.4, 55.36], [13.2, 55.35], [13.05, 55.37], [13.0, 55.4]]]
PLACES = (
    MapPoint("Norrby", Position(55.46, 13.2), "#", "1 open dialogue", is_open=True),
    MapPoint("Söderhamn", Position(55.38, 13.1), "#"),
    MapPoint("Österlid", Position(55.42, 13.36), "#"),
)

EXAMPLES = {
    "the municipality": {"map": draw_map(PLACES, ISLAND, "Statistics Sweden, CC0"), "label": "Map of the places"},
    "one place, in the side column": {
        "map": draw_map([MapPoint("Norrby", Position(55.46, 13.2), is_marked=True)], ISLAND),
        "label": "Map with Norrby marked",
        "small": True,
    },
    "no border is known": {"map": draw_map(PLACES, []), "label": "Map of the places"},
}
