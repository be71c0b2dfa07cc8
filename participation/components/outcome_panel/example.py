"""Example of the first screen of an answered dialogue."""

EXAMPLES = {
    "in follow-up": {
        "summary": "8 themes: 3 changed the decision, 2 in part, 1 was there already, no to 2",
        "sentence": {"text": "You changed the proposal: the lights are fewer, lower and smarter than we had thought."},
        "outcome": {"title": "What came of it", "url": "#"},
        "decisions": [{"label": "The technical board 2026-04-10 § 22", "url": "#"}],
        "commitments": [
            {"what": "The stairs are mended", "url": "#", "status": "done", "state_words": "Done on 2 July"},
            {"what": "Four benches", "url": "#", "status": "not_begun", "state_words": "To be done by 1 September"},
            {
                "what": "Lights that move",
                "url": "#",
                "status": "under_way",
                "late": True,
                "state_words": "Late: promised by 1 May, 12 days ago",
            },
        ],
        "quote": {"text": "Trappan är farlig när det är mörkt.", "by": "Byalaget", "lang": "sv"},
    },
}
