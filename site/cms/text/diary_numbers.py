"""Diary numbers (diarienummer): read however they are written, stored in one form.

`KS 2022/206` is body, year and running number; others write `KS2022/206`, `Dnr 2018:174`,
`LKS 2015-323`, `KS-2014/282`, `Diarienr: KS 2022/206.`, `Ärende KS 2022 206`; a document suffix is kept: `KS 2022/206-3`.
Spaces, hyphens and slashes of any kind are read as plain ones.
"""

import re

_PATTERN = re.compile(
    r"""^(?:{label}[\s:.]*)*
        (?:(?P<body>[a-zåäö]{{1,5}})[\s,:]*)?(?:{label}[\s:.]*)?[\s/\-]*
        (?P<year>(?:19|20)\d\d)(?:\s*[:/\-]\s*|(?(body)\s|(?!)))(?P<number>\d{{1,6}})
        (?:\s*-\s*(?P<document>\d{{1,4}})|\s*/\s*(?P<unit>[a-zåäö]{{1,5}}))?
        [\s.,;]*$""".format(label=r"(?:d\.?nr|diarie[-\s]?(?:nr|nummer)|ärende(?:nr|nummer)?)"),
    re.IGNORECASE | re.VERBOSE,
)
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), "")
_PLAIN = (
    INVISIBLE | dict.fromkeys(map(ord, "‐‑‒–—−"), "-") | dict.fromkeys(map(ord, "／∕⁄"), "/") | dict.fromkeys(map(ord, "()[]”“\"'#"), " ")
)


def read_diary_number(typed: str) -> str | None:
    """The normal form, such as `KS 2022/206` or `KS 2022/206-3`; None where it is no diary number."""
    match = _PATTERN.match(" ".join(typed.translate(_PLAIN).split()))
    if match is None:
        return None
    body = (match["body"] or "").upper()
    normal = f"{body} {match['year']}/{int(match['number'])}".strip()
    if match["document"]:
        return f"{normal}-{int(match['document'])}"
    return f"{normal}/{match['unit'].upper()}" if match["unit"] else normal
