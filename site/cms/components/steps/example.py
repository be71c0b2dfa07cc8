"""Example of the steps."""

EXAMPLES = {
    "a walk": {
        "items": [
            {"title": "Choose the way with those who walk it", "text": "Ask two pupils and one parent.", "time": "1 week before"},
            {"title": "Walk it in the dark", "text": "Stop at every place that somebody names. Write down what is said, word for word."},
            {"title": "Tell what you heard", "text": "The same evening."},
        ]
    },
}
