"""What political bodies owe and have answered, in public."""
