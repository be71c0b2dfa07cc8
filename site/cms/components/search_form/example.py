"""Examples of the search field."""

EXAMPLES = {
    "empty": {"action": "#", "id": "search-empty"},
    "with words": {"action": "#", "id": "search-words", "value": "cykel skolan"},
    "on the start page": {"action": "#", "id": "search-large", "large": True, "label": "Search dialogues and answers"},
}
