"""Each kind of news: its words, and whether it is still true and visible when it is told."""
