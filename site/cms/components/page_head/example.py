"""Example of the top of a page."""

from datetime import date

EXAMPLES = {
    "a dialogue": {
        "eyebrow": "KS 2026/114",
        "chip": {"state": "open", "date": date(2026, 3, 31)},
        "title": "How shall children get to school safely?",
        "lede": "We want to know where you feel unsafe on the way, and what would help.",
    },
}
