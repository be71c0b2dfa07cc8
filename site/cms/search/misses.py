"""What was searched and found nothing: counted by week, without persons, for those who write.

What people type may be about somebody. So nothing that looks like a number of a person, a telephone or an address is counted; words are
shown only when several have asked for them, and rarer ones are forgotten.
"""

import re
from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet, Sum

from cms import clock
from cms.http.rate_limits import is_first
from cms.outbox.parts import delete_in_parts
from cms.search.asking.question import Typed
from cms.search.models import SearchMiss

SHOWN_FROM = 3  # visitors in a week
KEPT_FOR = timedelta(weeks=26)
RARE_FOR = timedelta(weeks=4)
LONGEST = 80
A_WEEK = 8 * 24 * 3600  # seconds, and a day more: the key names the week
_OF_A_PERSON = re.compile(r"@|\d{5,}|\d[\d\s-]{5,}\d")


def count_miss(typed: Typed, language: str, visitor: str) -> bool:
    """Count words that found nothing; once in a week for a visitor (`visitor` is kept as a digest in the cache only)."""
    words = " ".join(word.word for word in typed.words)[:LONGEST]
    week = week_of(clock.today())
    if not words or _OF_A_PERSON.search(typed.text) or not is_first(f"search miss {visitor} {week} {language} {words}", A_WEEK):
        return False
    row, _created = SearchMiss.objects.get_or_create(week=week, language=language, words=words)
    SearchMiss.objects.filter(pk=row.pk).update(count=F("count") + 1)
    return True


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def shown_misses(since: date) -> QuerySet[SearchMiss, Any]:
    """Words that several have asked for, with how often since a day."""
    often = SearchMiss.objects.filter(week__gte=since, count__gte=SHOWN_FROM)
    return often.values("words", "language").annotate(times=Sum("count")).order_by("-times", "words")


def forget_rare() -> int:
    """Delete what few have asked for after some weeks, and everything after half a year."""
    today = clock.today()
    rare = SearchMiss.objects.filter(week__lt=today - RARE_FOR, count__lt=SHOWN_FROM)
    return delete_in_parts(rare) + delete_in_parts(SearchMiss.objects.filter(week__lt=today - KEPT_FOR))
