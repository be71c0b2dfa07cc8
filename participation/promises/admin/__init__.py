"""What staff see of promises."""
