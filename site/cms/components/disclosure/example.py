"""Examples of the disclosure."""

EXAMPLES = {
    "folded": {"summary": "How the answers are used", "content": "They are read by two officials."},
    "open": {"summary": "How the answers are used", "content": "They are read by two officials.", "open": True},
}
