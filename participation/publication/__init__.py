"""Publication: what a page needs before it is public, and the door that asks."""
