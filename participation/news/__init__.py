"""News of dialogues: what can be followed, what has happened, and whose own it is. `cms.following` tells it."""
