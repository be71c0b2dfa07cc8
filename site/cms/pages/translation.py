"""Which fields of a page wagtail-localize keeps as they are in every language."""

from wagtail_localize.fields import SynchronizedField


def synchronised(*names: str) -> list[SynchronizedField]:
    """Fields that hold facts: a translator neither sees nor changes them."""
    return [SynchronizedField(name, overridable=False) for name in names]
