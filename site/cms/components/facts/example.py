"""Examples of the facts."""

from datetime import date

EXAMPLES = {
    "a dialogue": {
        "items": [
            {"term": "Answer by", "date": date(2026, 5, 15), "note": "Responsible: the head of traffic"},
            {"term": "Asks", "value": "The technical services administration", "url": "#"},
            {"term": "Diary number", "value": "KS 2026/114"},
            {"term": "Contact", "value": "The contact centre\n0410-73 30 00"},
        ]
    },
}
