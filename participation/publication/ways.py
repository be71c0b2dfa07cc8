"""Ways to reach the municipality: each holds what one needs to use it."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from participation.publication.missing import WAYS, Candidate, Missing

_NUMBER = re.compile(r"(?<!\d)(?:\+|0)\d(?:[\s\-–()/]*\d){4,}")  # a telephone number in a sentence; hours and years are none
_ADDRESS = re.compile(r"\S@\S+\.\S|https?://\S|www\.\S")
DIGITS_OF_A_NUMBER = 3  # as short as an emergency number


def missing_ways(candidate: Candidate) -> Iterable[Missing]:
    """What the contact and the other ways lack."""
    page = candidate.page
    if not page.contact_name.strip():
        yield Missing("contact_name", WAYS, _("Name a contact, or a function."))
    if page.contact_phone.strip() and not is_number(page.contact_phone):
        yield Missing("contact_phone", WAYS, NO_NUMBER)
    elif not page.contact_phone.strip() and not page.contact_email.strip():
        yield Missing("contact_phone", WAYS, _("Give a telephone number or an e-mail address."))
    for way in candidate.rows["other_ways"]:
        yield from _way(way)


NO_NUMBER = _("This is no telephone number. Write its digits, such as 0410-73 30 00.")


def _way(way: Any) -> Iterable[Missing]:
    if way.phone.strip() and not is_number(way.phone):
        yield Missing("other_ways", WAYS, NO_NUMBER, way, "phone")
    elif not (way.phone.strip() or way.address.strip() or is_reachable(f"{way.name} {way.hours}")):
        sentence = _("Nobody can use this way yet. Write the telephone number, or the address or place.")
        yield Missing("other_ways", WAYS, sentence, way, "phone")


def is_number(text: str) -> bool:
    """Whether it can be dialled."""
    return sum(character.isdecimal() for character in text) >= DIGITS_OF_A_NUMBER


def is_reachable(text: str) -> bool:
    """Whether a sentence holds a telephone number, an e-mail address or a link of its own."""
    return bool(_NUMBER.search(text) or _ADDRESS.search(text))
