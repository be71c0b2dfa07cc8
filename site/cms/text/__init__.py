"""Plain text and what is written in it: diary numbers, receipt codes, colours."""
