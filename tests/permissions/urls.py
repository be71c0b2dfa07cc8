"""Every address that the resolver knows: name, route, arguments."""

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
    return list(_walk(get_resolver().url_patterns, "", ()))


def _walk(patterns: list[Any], route: str, namespaces: tuple[str, ...]) -> Iterator[Address]:
    for pattern in patterns:
        here = f"{route}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, here, (*namespaces, pattern.namespace) if pattern.namespace else namespaces)
        else:
            yield _address(pattern, here, namespaces)


def _address(pattern: URLPattern, route: str, namespaces: tuple[str, ...]) -> Address:
    in_admin = route.startswith(("admin/", "^admin/"))
    key = ":".join([*namespaces, pattern.name]) if pattern.name else route
    return Address(key, route, tuple(pattern.pattern.regex.groupindex), in_admin)
