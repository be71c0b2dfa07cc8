"""Expressions that say the same: whoever asks for one finds the others too, a little lower."""

from collections.abc import Sequence
from functools import cache

from cms.search.analysis.tokens import tokens_of
from cms.search.analysis.words import DATA, lines_of

Expression = tuple[str, ...]


def synonyms_of(terms: Sequence[str], language: str) -> tuple[int, list[Expression]]:
    """How many of the first terms make an expression that has synonyms (0: none), the longest one, and the others, each as its terms."""
    groups = _groups(language)
    longest = max(map(len, groups), default=0)
    for length in range(min(longest, len(terms)), 0, -1):
        others = groups.get(tuple(terms[:length]))
        if others:
            return length, others
    return 0, []


@cache
def _groups(language: str) -> dict[Expression, list[Expression]]:
    """Each expression with those that say the same; `data/synonyms_<language>.txt` has a group on a line, parted by `=`."""
    name = f"synonyms_{language}.txt"
    groups: dict[Expression, list[Expression]] = {}
    for line in lines_of(name) if (DATA / name).exists() else ():
        group = [_terms(expression, language) for expression in line.split("=")]
        for expression in group:
            groups.setdefault(expression, []).extend(other for other in group if other != expression)
    return groups


def _terms(expression: str, language: str) -> Expression:
    return tuple(token.term for token in tokens_of(expression, language) if not token.is_stop)
