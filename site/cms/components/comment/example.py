"""Examples of the comment."""

from datetime import UTC, datetime

WHEN = datetime(2026, 3, 3, 13, 30, tzinfo=UTC)
LINKS = [
    {"label": "Reply", "url": "#", "icon": "reply", "aloud": "to Astrid"},
    {"label": "Link", "url": "#", "quiet": True},
    {"label": "Report", "url": "#", "quiet": True},
]
OFFICIAL = {
    "id": "ex-2",
    "name": "Bo Ek",
    "when": WHEN,
    "official": "answer from Technical services",
    "text": "Thank you. We will measure the speed in week 12.",
    "links": LINKS[:1],
}
DEEPER = {
    "id": "ex-3",
    "name": "Dag",
    "when": WHEN,
    "to": "Bo Ek",
    "to_url": "#ex-2",
    "text": "Measure in the morning, please.",
    "edited": WHEN,
}
HIDDEN = {"id": "ex-4", "hidden": "Hidden 4 March: personal data about somebody else."}
EXAMPLES = {
    "with replies": {
        "comment": {
            "id": "ex-1",
            "name": "Astrid",
            "when": WHEN,
            "text": "Lower the speed outside Östra skolan.\n\nIt is dark in the mornings and the lorries do not slow down.",
            "links": LINKS,
            "support": {"number": 3, "url": "#"},
            "replies": [OFFICIAL, DEEPER, HIDDEN],
            "more": {"label": "Show 4 more replies", "url": "#"},
        }
    },
    "long": {
        "comment": {
            "id": "ex-6",
            "name": "Kent",
            "when": WHEN,
            "text": "The cycle path along Östra ringvägen ends before the school. " * 20,
            "is_long": True,
            "links": LINKS,
            "support": {"number": 1, "url": ""},
        }
    },
    "hidden": {"comment": {"id": "ex-5", "hidden": "Hidden 4 March: not about this question."}},
}
