"""What participation lays on the desk of those who work with dialogues."""
