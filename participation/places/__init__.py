"""Places: what can be influenced near somebody, what became of it, what is promised."""
