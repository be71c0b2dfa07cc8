"""One module for each example dialogue."""
