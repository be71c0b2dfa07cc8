"""Examples of the search field."""

EXAMPLES = {
    "empty": {"action": "#", "id": "search-empty"},
    "with words": {"action": "#", "id": "search-words", "value": "cykel skolan"},
    "with a label": {"action": "#", "id": "search-label", "label": "Search dialogues and answers"},
}
