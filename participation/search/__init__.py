"""What the site's search finds of participation."""
