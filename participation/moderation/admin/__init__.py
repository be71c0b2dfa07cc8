"""What staff see of contributions: list, queue, log and buttons."""
