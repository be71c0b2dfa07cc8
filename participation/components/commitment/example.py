"""Examples of the commitment."""

from datetime import date

from cms.components.timeline.example import EXAMPLES as TIMELINES

EXAMPLES = {
    "under way": {
        "what": "Lower the speed limit to 30 km/h outside Östra skolan",
        "who": "Technical services",
        "due": date(2026, 9, 1),
        "status": "under_way",
        "stations": [
            {"label": "Decided", "status": "done", "date": date(2026, 5, 6)},
            {"label": "Under way", "status": "current", "date": date(2026, 6, 1)},
            {"label": "Done", "status": "coming", "date": date(2026, 9, 1)},
        ],
        "updates": TIMELINES["the course of a case"]["items"][:1],
    },
    "done": {
        "what": "Light along the path",
        "who": "Technical services",
        "due": date(2026, 6, 1),
        "status": "done",
        "done_on": date(2026, 5, 20),
    },
    "done late": {
        "what": "Benches along the path",
        "who": "Technical services",
        "due": date(2026, 6, 1),
        "status": "done",
        "done_on": date(2026, 7, 2),
        "done_late": True,
    },
    "late": {"what": "A new crossing", "who": "Technical services", "due": date(2026, 2, 1), "status": "not_begun", "late": True},
    "dropped": {"what": "A pavement on Storgatan", "status": "dropped", "note": "The pipes below must be changed first, in 2028."},
}
