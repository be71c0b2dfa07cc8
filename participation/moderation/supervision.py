"""The log of who looked when: whoever runs a board on the net supervises it (Act 1998:112, section 4), and can show that they did."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from cms import clock
from cms.accounts.models import User
from cms.text.facts import with_facts
from participation.models import Contribution, ModerationLook
from participation.permissions import dialogues_open_to

AT_MOST_EVERY = timedelta(minutes=15)
LATELY = timedelta(days=30)
LOOKS_LATELY = with_facts(_("Looks in %(days)s days"), days=LATELY.days)


def note_supervision(person: User, rows: Iterable[Contribution]) -> int:
    """Write that a moderator has these contributions before their eyes: a row for each dialogue, at most one a quarter of an hour."""
    by_dialogue: dict[int, list[Contribution]] = {}
    for row in rows:
        by_dialogue.setdefault(row.dialogue_id, []).append(row)
    if not by_dialogue:
        return 0
    at = clock.now()
    recent = ModerationLook.objects.filter(person=person, dialogue__in=by_dialogue, looked_at__gt=at - AT_MOST_EVERY)
    supervised = dialogues_open_to(person, "moderate").filter(pk__in=by_dialogue).exclude(pk__in=recent.values("dialogue"))
    entries = [_entry(pk, person, by_dialogue[pk], at) for pk in supervised.values_list("pk", flat=True)]
    ModerationLook.objects.bulk_create(entries)
    return len(entries)


def _entry(dialogue: int, person: User, seen: list[Contribution], at: datetime) -> ModerationLook:
    newest = max(row.received_at for row in seen)
    return ModerationLook(dialogue_id=dialogue, person=person, looked_at=at, seen=len(seen), seen_until=newest)
