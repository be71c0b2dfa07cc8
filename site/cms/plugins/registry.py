"""A typed registry: the one shape that every extension point by registration has.

A registry refuses nonsense at start-up (wrong type, no name, the same name twice) with a
sentence that says what to do, so that a plugin's mistake never reaches a visitor.
"""

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise

Entry = TypeVar("Entry")

REGISTRIES: list["Registry[Any]"] = []


class Registry(Generic[Entry]):
    """Named entries of one kind, in the order they were registered.

    ``extension_point`` is the name that `docs/plugins.md` and the tests know it by.
    """

    def __init__(self, extension_point: str, entry_type: type[Entry], key: str = "name") -> None:
        self.extension_point = extension_point
        self.entry_type = entry_type
        self.key = key
        self._entries: dict[str, Entry] = {}
        REGISTRIES.append(self)

    def register(self, entry: Entry) -> Entry:
        """Add an entry. Raises ImproperlyConfigured for a wrong type, no name, or a name already taken."""
        if not isinstance(entry, self.entry_type):
            raise ImproperlyConfigured(f"{self.extension_point}: {entry!r} is no {self.entry_type.__name__}; register an instance of it.")
        name = getattr(entry, self.key, "")
        if not name:
            raise ImproperlyConfigured(f"{self.extension_point}: {entry!r} has no {self.key}; give it one.")
        if name in self._entries:
            raise ImproperlyConfigured(f"{self.extension_point}: {name!r} is registered twice; prefix yours with your plugin's name.")
        self._entries[name] = entry
        return entry

    def unregister(self, name: str) -> None:
        """Take an entry away (tests register fakes for a moment)."""
        del self._entries[name]

    def get(self, name: str) -> Entry | None:
        """The entry of that name, or None when its plugin is switched off."""
        return self._entries.get(name)

    def __iter__(self) -> Iterator[Entry]:
        return iter(list(self._entries.values()))

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def __len__(self) -> int:
        return len(self._entries)


def is_stated(value: Any) -> bool:
    """Whether a declaration holds something; lazy words are not looked up, since apps may not be ready."""
    return isinstance(value, Promise) or bool(value)
