"""What staff see of themes, answers and decisions."""
