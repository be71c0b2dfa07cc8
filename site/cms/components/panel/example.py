"""Examples of the panel."""

EXAMPLES = {
    "marked": {"title": "Answer by Friday 15 May", "marked": True, "content": "From the head of traffic, on this page."},
    "plain": {"title": "Other ways", "content": "Call 0410-73 30 00, or come to the library on Mondays."},
}
