"""A person's own contributions and supports, and claiming earlier ones."""
