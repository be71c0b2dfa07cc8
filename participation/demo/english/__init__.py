"""The English of some examples, translated as an editor does it in the admin."""

from collections.abc import Mapping
from typing import Any

from cms.demo.stage import Demo


def translate_examples(demo: Demo, pages: Mapping[str, Any]) -> None:
    """Translate and publish."""
