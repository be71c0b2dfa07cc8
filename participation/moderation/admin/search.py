"""Searching the ledger in the admin: words of the text, a name, or a receipt code however it is typed."""

from django.db.models import Q

from cms.text.receipt_codes import read_code
from participation.models.contribution import ContributionQuerySet

WORDS = 8  # more than anybody types


def matching(rows: ContributionQuerySet, typed: str) -> ContributionQuerySet:
    """The one contribution with that code; else those that hold every word in their text or name."""
    code = read_code(typed)
    if code and rows.filter(receipt_code=code).exists():
        return rows.filter(receipt_code=code)
    for word in typed.split()[:WORDS]:
        rows = rows.filter(_holds(word))
    return rows


def _holds(word: str) -> Q:
    """SQLite folds only a to z, so that "östra" is asked for as "Östra" too."""
    condition = Q()
    for form in {word, word.lower(), word.upper(), word.capitalize()}:
        condition |= Q(text__icontains=form) | Q(author_name__icontains=form)
    return condition
