"""Examples of the way to agree."""

EXAMPLES = {
    "open": {"url": "#", "number": 3, "name": "Astrid"},
    "the first": {"url": "#", "number": 0, "name": "Kent"},
    "closed": {"number": 12},
}
