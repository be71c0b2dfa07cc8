"""One's own: what a person gave and agrees with, and how a guest's things come to an account."""
