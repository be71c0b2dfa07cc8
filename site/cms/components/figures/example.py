"""Examples of the figures."""

EXAMPLES = {
    "promises": {
        "sentence": "7 of 9 promises were kept in time.",
        "caption": "Promises to answer, by body, the last twelve months",
        "columns": ["Body", "Kept", "Late"],
        "rows": [["The technical board", 4, 1], ["The executive board", 3, 1]],
        "note": "A promise is kept when the outcome is published on the promised day or before.",
    },
    "with bars": {
        "caption": "Contributions by channel",
        "columns": ["Channel", "Number"],
        "rows": [["On the web", 212], ["At meetings", 96], ["On paper", 31], ["By telephone", 4]],
        "bars": True,
    },
}
