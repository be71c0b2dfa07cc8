"""What the search finds of participation: dialogues, outcomes, follow-ups, what people said, bodies, topics and places."""
