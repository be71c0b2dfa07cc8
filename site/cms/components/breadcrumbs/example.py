"""Examples of the breadcrumbs."""

EXAMPLES = {
    "three steps": {
        "steps": [
            {"label": "Home", "url": "/"},
            {"label": "Dialogues", "url": "#"},
            {"label": "Technical services", "url": "#"},
            {"label": "Safe ways to school"},
        ]
    },
}
