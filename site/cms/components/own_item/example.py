"""Examples of one's own thing in a list."""

from datetime import date

EXAMPLES = {
    "a comment": {
        "text": "Sänk farten vid Östra skolan.",
        "lang": "sv",
        "chip": {"label": "Published", "tone": "green", "icon": "success"},
        "date": date(2026, 3, 3),
        "title": "How can children get to school safely?",
        "url": "#",
        "code": "7KQ4-M2XD-9P0",
        "links": [{"label": "What became of it", "url": "#", "aloud": "of 3 March"}],
    },
}
