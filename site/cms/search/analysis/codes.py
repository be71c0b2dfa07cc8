"""Diary numbers and paragraphs inside a text, each as one exact term, however they are written.

`KS 2022/206-3` gives `#ks2022/206-3` and, less exactly, `#ks2022/206` and `#2022/206`. A number without its body gives
`#-2022/206` as well: whoever asks with the body finds it too, and never the number of another body.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_SPACE = r"[^\S\n]"
_CODE = re.compile(
    rf"""
    (?:(?:\bd\.?nr|\bdiarie-?(?:nr|nummer))[.:]*{_SPACE}*)?
    (?:\b(?P<body>[A-ZÅÄÖ]{{2,5}}){_SPACE}*[{_HYPHENS}/]?{_SPACE}*)?
    (?<!\d)(?P<year>(?:19|20)\d\d){_SPACE}*(?P<sign>[{_HYPHENS}:/]){_SPACE}*(?P<number>\d{{1,6}})
    (?:[{_HYPHENS}](?P<document>\d{{1,4}})|/(?P<unit>[A-ZÅÄÖ]{{1,5}})\b)?
    (?![{_HYPHENS}\d/:]*\d)
    | (?:§+|\bparagraf(?:en)?\b){_SPACE}*(?P<paragraph>\d{{1,4}})(?!\d)
    """,
    re.VERBOSE,
)
_ANY_CASE = re.compile(_CODE.pattern, re.VERBOSE | re.IGNORECASE)
# Read as words before numbers in running text: "år 2022/23", "i 2022/206".
_NO_BODIES = {"år", "i", "och", "för", "the", "in"}


@dataclass(frozen=True)
class Code:
    """A code in a text: where it stands, its exact term, and less exact ones that find it too."""

    start: int
    end: int
    term: str
    wider: tuple[str, ...] = ()


def codes_in(text: str, *, typed: bool = False) -> Iterator[Code]:
    """The codes of a text; in what somebody typed a body may be written in small letters."""
    for match in (_ANY_CASE if typed else _CODE).finditer(text):
        if match["paragraph"]:
            yield Code(*match.span(), f"§{int(match['paragraph'])}")
        elif code := _diary_number(match, typed):
            yield code


def asked(code: Code) -> tuple[str, ...]:
    """The terms that answer to a code which somebody asked for: itself, or the bare number of no stated body."""
    if not code.term.startswith("#") or code.term.startswith("#-"):
        return (code.term, *code.wider)
    number = code.term.lstrip("#abcdefghijklmnopqrstuvwxyzåäö")
    return (code.term, f"#-{number}")


def _is_date(match: re.Match[str]) -> bool:
    return len(match["number"]) == 2 and match["number"] <= "12" and len(match["document"] or "") == 2


def _diary_number(match: re.Match[str], typed: bool) -> Code | None:
    body, sign = (match["body"] or "").lower(), match["sign"]
    body = "" if body in _NO_BODIES else body
    if sign not in ":/" and (not body or _is_date(match)):
        return None  # 2021-2023 are years, 2024-05-03 is a day
    number = f"{match['year']}/{int(match['number'])}"
    suffix = f"-{int(match['document'])}" if match["document"] else f"/{match['unit'].lower()}" if match["unit"] else ""
    start, end = match.span("body")[0] if body else match.start("year"), match.end()
    named = [f"#{body}{number}{suffix}", f"#{body}{number}", f"#{number}"]
    bare = [f"#{number}{suffix}", f"#{number}", f"#-{number}"]
    exact, *wider = dict.fromkeys(named if body else bare)
    return Code(start if typed else match.start(), end, exact, tuple(wider))
