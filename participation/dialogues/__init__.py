"""Dialogues: state, lists, pages, feeds and how they begin."""
