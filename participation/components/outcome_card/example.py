"""Examples of the card of an outcome."""

from datetime import date

EXAMPLES = {
    "two sentences": {
        "title": "Safe ways to school",
        "url": "#",
        "said": "41 people asked for a lower speed outside Östra skolan.",
        "became": "The technical board decided on 30 km/h from 1 September, and said no to more school transport.",
        "date": date(2026, 5, 6),
    },
}
