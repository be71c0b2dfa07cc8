"""Examples of the sign."""

EXAMPLES = {
    "beside words": {"name": "calendar"},
    "alone": {"name": "search", "size": "l", "label": "Search"},
}
