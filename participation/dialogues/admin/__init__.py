"""What editors see of dialogues beside Wagtail's own pages."""
