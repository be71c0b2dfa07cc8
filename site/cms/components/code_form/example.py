"""Examples of the form for a code."""

EXAMPLES = {
    "empty": {"action": "#"},
    "wrong": {"action": "#", "value": "7KQ4", "error": "The code has 11 letters and digits: this one has 4.", "id": "code-wrong"},
}
