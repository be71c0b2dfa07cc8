"""Publication: what a page needs before it is public, and the check that asks."""
