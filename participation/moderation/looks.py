"""The log of who looked when: whoever runs a board on the net supervises it (Act 1998:112, section 4), and can show that they did."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from cms import clock
from participation.models import Contribution, ModerationLook

AT_MOST_EVERY = timedelta(minutes=15)


def note_looks(person: Any, rows: Iterable[Contribution]) -> int:
    """Write that a person has these contributions before their eyes: a row for each dialogue, at most one a quarter of an hour."""
    by_dialogue: dict[int, list[Contribution]] = {}
    for row in rows:
        by_dialogue.setdefault(row.dialogue_id, []).append(row)
    at = clock.now()
    recent = ModerationLook.objects.filter(person=person, dialogue__in=by_dialogue, looked_at__gt=at - AT_MOST_EVERY)
    noted = set(recent.values_list("dialogue_id", flat=True)) if by_dialogue else set()
    looks = [
        ModerationLook(dialogue_id=pk, person=person, looked_at=at, seen=len(seen), seen_until=max(row.received_at for row in seen))
        for pk, seen in by_dialogue.items()
        if pk not in noted
    ]
    ModerationLook.objects.bulk_create(looks)
    return len(looks)
