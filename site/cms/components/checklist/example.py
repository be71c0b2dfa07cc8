"""Example of the checklist."""

EXAMPLES = {
    "three boxes": {
        "items": [
            "The question is one sentence",
            {"text": "The room has a hearing loop", "note": "Ask the caretaker a week before."},
            "The answer has a date",
        ],
        "id": "boxes",
    },
}
