"""Example of what one can do after a no."""

EXAMPLES = {
    "after a no": {
        "title": "If you think differently",
        "contact": {"name": "Traffic planner", "phone": "0410-73 30 00", "tel": "0410733000", "email": "traffic@example.org"},
        "body": {"name": "The technical board", "url": "#"},
        "questions": "#questions",
        "proposals": "#proposals",
    },
}
