"""Examples of the timeline."""

from datetime import date

EXAMPLES = {
    "the course of a case": {
        "items": [
            {"date": date(2025, 11, 4), "title": "Initiative by a member", "text": "KS 2025/310", "kind": "The executive board"},
            {
                "date": date(2026, 1, 14),
                "title": "The executive board gives the task, § 12",
                "text": "Ask those concerned before 1 April.",
                "url": "#",
                "link_label": "Minutes of 14 January § 12",
            },
            {"when": "May 2026", "title": "The technical board decides"},
        ]
    },
}
