"""Ways to reach the municipality: each holds the thing that one needs to use it."""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from participation.publication.missing import WAYS, Candidate, Missing

_NUMBER = re.compile(r"(?<!\d)(?:\+|0)\d(?:[\s\-–()/]*\d){4,}")  # a telephone number in a sentence; hours and years are none
_MAIL = re.compile(r"[^\s@]@[^\s@]+\.\w")
_LINK = re.compile(r"https?://\S|\bwww\.\S|\b[\w-]+\.(?:se|nu|eu|org|com)\b")
DIGITS_OF_A_NUMBER = 3  # as short as an emergency number


class Thing(NamedTuple):
    """What a way needs: the words that tell of it, whether a way has it, its field, and what to do."""

    words: re.Pattern[str]
    is_there: Callable[[Any], bool]
    field: str
    sentence: str | Promise


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
        return
    told = [thing for thing in THINGS if thing.words.search(way.name)]
    lacking = [] if any(thing.is_there(way) for thing in told) else told[:1]
    for thing in lacking:
        yield Missing("other_ways", WAYS, thing.sentence, way, thing.field)
    if not told and not (way.phone.strip() or way.address.strip() or way.hours.strip() or _NUMBER.search(way.name)):
        sentence = _("Nobody can use this way yet. Write the telephone number, the address or place, or the hours.")
        yield Missing("other_ways", WAYS, sentence, way, "address")


def is_number(text: str) -> bool:
    """Whether it can be dialled."""
    return sum(character.isdecimal() for character in text) >= DIGITS_OF_A_NUMBER


def _text_of(way: Any) -> str:
    return f"{way.name} {way.phone} {way.address} {way.hours}"


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


THINGS = (
    Thing(
        _word(r"ring|ringa|slå en signal|telefon\w*|sms\w*|call|phone|telephone"),
        lambda way: bool(way.phone.strip() or _NUMBER.search(_text_of(way))),
        "phone",
        _("Write the telephone number."),
    ),
    Thing(
        _word(r"mejl\w*|mail\w*|e-?post\w*|e-?mail\w*"),
        lambda way: bool(_MAIL.search(_text_of(way))),
        "address",
        _("Write the e-mail address."),
    ),
    Thing(
        _word(r"\w*brev|brevlåda\w*|vykort|letter|postcard"),
        lambda way: bool(way.address.strip()),
        "address",
        _("Write where a letter goes."),
    ),
    Thing(
        _word(r"länk\w*|webb\w*|link|website|online"),
        lambda way: bool(_LINK.search(_text_of(way))),
        "address",
        _("Write the link, such as https://www.example.org."),
    ),
)
