"""Examples of the card of an outcome."""

from datetime import date

EXAMPLES = {
    "in a sentence": {
        "title": "Safe ways to school",
        "url": "#",
        "became": "41 asked for a lower speed outside Östra skolan. It is 30 km/h from 1 September.",
        "date": date(2026, 5, 6),
    },
}
