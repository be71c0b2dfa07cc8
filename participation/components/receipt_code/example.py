"""Example of the receipt's code."""

EXAMPLES = {
    "code": {"code": "7KQ4-M2XD-9P0", "note": "Keep it: it shows what becomes of what you said. It opens nothing else."},
}
