"""Example dialogues for a demonstration. Days are counted from the day the demo is loaded."""
