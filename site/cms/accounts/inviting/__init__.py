"""Invitations: a coordinator asks somebody by mail to work here, with roles that are theirs to give."""
