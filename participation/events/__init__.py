"""Events: what happened, whom it concerns, told once in the transaction of its cause."""
