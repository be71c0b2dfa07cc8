"""What staff see everywhere in the admin."""
