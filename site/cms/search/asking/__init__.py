"""From what somebody types to a page of results, whichever engine answers."""
