"""Examples of the band."""

EXAMPLES = {"staff only": {"text": "Knowledge hub · for staff only"}}
