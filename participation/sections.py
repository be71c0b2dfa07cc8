"""Sections that participation offers to the start page."""


def register() -> None:
    """Called once, when the apps are ready."""
