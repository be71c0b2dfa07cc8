"""Examples of the card."""

from datetime import date

from cms.components.picture.landscape import landscape
from cms.components.progress.example import OPEN, stations

EXAMPLES = {
    "open": {
        "title": "Safe ways to school",
        "url": "#",
        "question": "How shall children get to school safely, and where does it feel unsafe today?",
        "state": "open",
        "words": "Write until 31 March",
        "closes": date(2026, 3, 31),
        "stations": OPEN,
        "meta": ["Trelleborg", "32 contributions"],
        "landscape": landscape("trelleborg", "trafik"),
    },
    "overdue, in another language": {
        "title": "Ny lekplats i Anderslöv",
        "url": "#",
        "lang": "sv",
        "state": "closed",
        "overdue": True,
        "words": "The answer is 4 days late",
        "meta": ["Anderslöv"],
        "landscape": landscape("anderslov", "fritid"),
        "stations": stations("done", "done", "missed", "coming", "coming"),
    },
}
