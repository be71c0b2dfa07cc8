"""Examples of the list of places."""

PLACES = [
    {"name": "Norrby", "url": "#", "note": "1 open dialogue", "latitude": "55.46", "longitude": "13.2"},
    {"name": "Söderhamn", "url": "#", "note": "", "latitude": "55.38", "longitude": "13.1"},
]

EXAMPLES = {
    "all": {"places": PLACES},
    "where something is open first": {"places": PLACES[:1], "more": PLACES[1:], "more_label": "One more place"},
}
