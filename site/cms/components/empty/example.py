"""Examples of the empty place."""

EXAMPLES = {
    "with an action": {"text": "Nobody has written yet. Be the first?", "action_label": "Write a contribution", "action_url": "#"},
    "without": {"text": "Nothing waits for an answer right now."},
}
