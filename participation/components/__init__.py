"""Pieces of the interface that are of participation only; a folder each, as in `cms/components`."""
