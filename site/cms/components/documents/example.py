"""Examples of the documents."""

from datetime import date

EXAMPLES = {
    "a file and a link": {
        "items": [
            {
                "title": "Tjänsteskrivelse: trygga skolvägar",
                "url": "#",
                "kind": "Officer's report",
                "date": date(2026, 1, 8),
                "format": "PDF",
                "size": 184320,
                "lang": "sv",
            },
            {"title": "The speed plan", "url": "#", "kind": "Plan page", "external": True},
        ]
    },
}
