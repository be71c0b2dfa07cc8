"""Examples of progress, in each of its forms."""

from datetime import date
from typing import Any


def stations(*statuses: str) -> list[dict[str, Any]]:
    """The five stations of a dialogue with these statuses."""
    labels = ("Question", "Open", "Answer", "Decision", "Done")
    days = (date(2026, 2, 2), date(2026, 3, 31), date(2026, 5, 15), date(2026, 6, 10), None)
    rows = zip(labels, statuses, days, strict=True)
    return [
        {"label": label, "status": status, "date": day, "in_words": f"{label} {day:%-d %B}" if day else label}
        for label, status, day in rows
    ]


OPEN = stations("done", "current", "coming", "coming", "coming")
RECEIPT = [
    {"label": "Received", "status": "done", "date": date(2026, 3, 3)},
    {"label": "Published", "status": "done", "date": date(2026, 3, 3)},
    {"label": "Theme: Lower speed", "status": "done", "note": "together with 40 others", "url": "#theme"},
    {"label": "Answer", "status": "current", "date": date(2026, 5, 15), "note": "“The decision was changed ...”"},
    {"label": "Decision", "status": "coming", "when": "6 May § 44"},
]
EXAMPLES = {
    "full, open": {"stations": OPEN},
    "full, answer late": {"stations": stations("done", "done", "missed", "coming", "coming")},
    "full, all done": {"stations": stations("done", "done", "done", "done", "done")},
    "full, cancelled": {
        "stations": [
            {"label": "Question", "status": "done", "date": date(2026, 2, 2)},
            {"label": "Cancelled", "status": "cancelled", "date": date(2026, 3, 9), "note": "The case was withdrawn."},
        ]
    },
    "small": {"stations": OPEN, "variant": "small"},
    "small, answer late": {"stations": stations("done", "done", "missed", "coming", "coming"), "variant": "small"},
    "upright": {"stations": RECEIPT, "variant": "upright", "label": "The way of your contribution"},
}
