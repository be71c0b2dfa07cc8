"""Example of the panel of influence."""

EXAMPLES = {
    "three parts": {
        "items": [
            {"title": "What you can influence", "text": "Where the crossings go.\nIn which order they are built."},
            {"title": "What is fixed", "text": "The budget for 2027, and the road's width."},
            {"title": "Our promise", "text": "We ask, and account for how the answers affected the decision."},
        ]
    },
}
