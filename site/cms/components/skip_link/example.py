"""Example of the skip link: hidden until it has the focus."""

EXAMPLES = {"hidden until focused": {"target": "main"}}
