"""Example of the quote."""

EXAMPLES = {"with a name": {"text": "Lastbilarna saktar inte in.", "by": "Astrid", "lang": "sv"}}
