"""What moderators do, one verb each."""
