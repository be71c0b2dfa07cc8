"""Every address that the resolver knows: name, route, arguments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """One pattern of the resolver. `key` is what the table knows it by: its name, or its route where it has none."""

    key: str
    route: str
    arguments: tuple[str, ...]
    in_admin: bool

    @property
    def name(self) -> str:
        return self.key

    def __str__(self) -> str:
        return f"{self.key}({', '.join(self.arguments)})"


def every_address() -> list[Address]:
    """All of them, in the resolver's order."""
    return list(_walk(get_resolver().url_patterns, "", (), ()))


def _walk(patterns: list[Any], route: str, namespaces: tuple[str, ...], above: tuple[str, ...]) -> Iterator[Address]:
    for pattern in patterns:
        here, arguments = f"{route}{pattern.pattern}", (*above, *_arguments(pattern))
        if isinstance(pattern, URLResolver):
            inside = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern.url_patterns, here, inside, arguments)
        else:
            yield _address(pattern, here, namespaces, arguments)


def _arguments(pattern: URLPattern | URLResolver) -> tuple[str, ...]:
    return tuple(getattr(pattern.pattern, "regex", re.compile("")).groupindex)


def _address(pattern: URLPattern, route: str, namespaces: tuple[str, ...], arguments: tuple[str, ...]) -> Address:
    in_admin = route.startswith(("admin/", "^admin/"))
    key = ":".join([*namespaces, pattern.name]) if pattern.name else route
    return Address(key, route, arguments, in_admin)
