"""Secret votes: one for each person and activity, counted and never shown as anybody's. They are no contributions."""
