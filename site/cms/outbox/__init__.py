"""What must happen after the commit: rows written with their cause, worked off by a process of their own."""
