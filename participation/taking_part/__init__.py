"""How one takes part, told in several languages."""
