"""Anchors of answers on the outcome's page."""


def answer_anchor(theme_id: int) -> str:
    """The id of a theme's answer on the outcome's page; receipts link to it."""
    return f"theme-{theme_id}"
