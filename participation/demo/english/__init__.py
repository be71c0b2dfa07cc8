"""The English of some examples."""
