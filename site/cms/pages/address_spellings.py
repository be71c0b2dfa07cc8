"""In how many ways one address is written, by people, browsers and the systems before this one."""

import unicodedata
from collections.abc import Iterator
from urllib.parse import quote, unquote_to_bytes

from django.utils.encoding import uri_to_iri

LONGEST = 255
"""As `Redirect.old_path` takes them."""
DEEPEST = 20


def spellings(path: str) -> list[str]:
    """A decoded path as it may be stored: composed letters, percent-encoded ones, or those of an old system in Latin-1; the likeliest first."""
    composed = unicodedata.normalize("NFC", path)
    quoted = quote(path)
    known = [path, composed, quoted, uri_to_iri(quoted), _as_latin(path)]
    return [way for way in dict.fromkeys(known) if 0 < len(way) <= LONGEST]


def _as_latin(path: str) -> str:
    """`/fr%E5gor` of a system that wrote Latin-1: Django leaves what is no UTF-8 as it came."""
    return unquote_to_bytes(path).decode("latin-1") if path.isascii() and "%" in path else path


def prefixes(path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The path and every path above it, each with what stands below it: `/a/b` with nothing, `/a` with `b`."""
    parts = [part for part in path.split("/") if part][:DEEPEST]
    for length in range(len(parts), 0, -1):
        yield "/" + "/".join(parts[:length]), tuple(parts[length:])


def with_query(path: str, query: str) -> list[str]:
    """A path with its query, where that is part of an old address (`/sida.aspx?id=5`), in the order that redirects are stored in."""
    ordered = "&".join(sorted(query.split("&"))) if query else ""
    return [f"{way}?{words}" for way in spellings(path) for words in dict.fromkeys([uri_to_iri(ordered), ordered])] if ordered else []
