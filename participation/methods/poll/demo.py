"""Examples of polls for the demonstration."""

from cms.demo.stage import Demo


def load(demo: Demo) -> None:
    """A poll in an open dialogue, and one with a result in a closed one."""
