"""Examples of the disclosure."""

EXAMPLES = {
    "folded": {"summary": "How the answers are used", "content": "They are read by two officials."},
    "open": {"summary": "How the answers are used", "content": "They are read by two officials.", "open": True},
    "a group of a page": {
        "summary": "Background",
        "note": "What has happened, and why we ask",
        "content": "The school is being extended.",
        "level": 3,
    },
}
