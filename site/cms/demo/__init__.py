"""A demonstration: Trelleborg's organisation as facts, invented people, and a stage for the plugins' own examples."""
