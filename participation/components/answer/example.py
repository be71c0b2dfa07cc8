"""Examples of the answer: a yes and a no."""

from datetime import date

EXAMPLES = {
    "changed": {
        "theme": "Lower speed",
        "anchor": "theme-1",
        "given": "41 contributions from 38 people",
        "said": "The speed is too high outside Östra skolan, above all in the mornings.",
        "kind": "changed",
        "sentence": "It changed the decision: it makes it safer",
        "official": "Technical services",
        "reason": "You are right. Our own measuring shows 43 km/h on average. The limit will be 30 km/h.",
        "decision": {"label": "The technical board § 44", "url": "#", "date": date(2026, 5, 6)},
        "commitments": [{"what": "New signs no later than 1 September", "url": "#"}],
        "quotes": [{"text": "Lastbilarna saktar inte in.", "lang": "sv"}],
    },
    "no": {
        "theme": "School transport for all",
        "anchor": "theme-2",
        "given": "12 contributions",
        "said": "Every pupil should go by bus, however near they live.",
        "kind": "not",
        "sentence": "No: it costs too much",
        "reason": "A bus for all would cost as much as six teachers. We would rather make the way safe to walk.",
        "no_decision": "No decision was needed.",
    },
}
