"""Paragraphs of minutes (§ 87): read however they are written, stored as their number, written with one sign.

`§ 87`, `87 §`, `§87.`, `paragraf 87` and `87` are `87`; several are `87–89` or `87, 89`; a letter and a year stay: `87 a`, `87/2026`.
"""

import re
from itertools import pairwise

from cms.text.diary_numbers import INVISIBLE
from cms.text.plain import one_line

_SIGN = r"(?:§|par(?:\.|agraf(?:en|erna|er)?)?(?![a-zåäö]))"
_NUMBER = re.compile(r"(?P<number>\d{1,5})\s*(?P<letter>[a-zåäö])?(?P<year>/\d{2,4})?", re.IGNORECASE)
_SIGNS = re.compile(_SIGN, re.IGNORECASE)
_BETWEEN = {"-": "–", "–": "–", "—": "–", "till": "–", "to": "–", ",": ", ", "och": ", ", "and": ", ", "&": ", "}
_JOINT = re.compile(r"\s*(-|–|—|till|to|,|och|and|&)\s*", re.IGNORECASE)


def read_paragraph(typed: str) -> str | None:
    """Only the number or numbers; None where it is no paragraph."""
    rest = " ".join(_SIGNS.sub(" ", one_line(typed.translate(INVISIBLE))).split()).rstrip(" .:;")
    parts = _JOINT.split(rest)
    numbers = [_number(part) for part in parts[::2]]
    joints = [_BETWEEN[joint.lower()] for joint in parts[1::2]]
    if not all(numbers) or ("–", "–") in pairwise(joints):  # 2026-05-06 is a day
        return None
    return "".join(piece for pair in zip(numbers, [*joints, ""], strict=True) for piece in pair if piece)


def written_paragraph(stored: str) -> str:
    """With one sign: "§ 87", "§§ 87–89"; what was stored with a sign of its own is read again. Empty where there is none."""
    number = read_paragraph(stored) or _SIGNS.sub("", stored).strip()
    if not number:
        return ""
    return f"{'§§' if set(number) & set('–,') else '§'} {number}"


def _number(part: str) -> str:
    match = _NUMBER.fullmatch(part.strip())
    if match is None or not int(match["number"]):
        return ""
    letter = (match["letter"] or "").lower()
    return f"{int(match['number'])} {letter}".strip() + (match["year"] or "")
