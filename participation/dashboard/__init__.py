"""What waits for staff, on the admin's first page."""
