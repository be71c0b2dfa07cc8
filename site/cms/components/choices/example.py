"""Example of the choices."""

EXAMPLES = {
    "order": {
        "label": "Order",
        "items": [
            {"label": "Newest", "url": "#", "current": True},
            {"label": "Oldest", "url": "#"},
            {"label": "Most agreed with", "url": "#"},
        ],
    },
}
