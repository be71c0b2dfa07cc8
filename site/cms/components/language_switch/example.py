"""Example of the language switch."""

EXAMPLES = {
    "two languages": {
        "languages": [
            {"code": "sv", "label": "Svenska", "url": "/", "current": False},
            {"code": "en", "label": "English", "url": "/en/", "current": True},
        ]
    },
}
