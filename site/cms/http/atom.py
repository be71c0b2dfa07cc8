"""Atom feeds that one bad row does not take away from everybody."""

from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.functional import Promise

from cms.text.characters import clean_lines


class PlainAtom(Atom1Feed):
    """Django's feed refuses a character that XML cannot hold, and answers 500; here rows that bear one are cleaned as they are read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*_cleaned(args), **_cleaned(kwargs))

    def add_item(self, *args: Any, **kwargs: Any) -> None:
        super().add_item(*_cleaned(args), **_cleaned(kwargs))


def _cleaned(value: Any) -> Any:
    """The value with every text in it fit for XML."""
    if isinstance(value, str | Promise):
        return clean_lines(str(value))
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list | tuple) else value
