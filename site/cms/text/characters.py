"""What a character may do, said once: whatever is typed, pasted or sent passes here before it is kept.

Line breaks of any kind are line breaks; control characters, halves of a pair, and marks that turn the direction of a text are
nothing. What is invisible stays only where a script needs it: joiners in Persian, Malayalam and emoji, breaks in Thai, marks of
direction beside Arabic and Hebrew. Marks on one letter are bounded, above what Vietnamese, Hebrew or Burmese put there.
Every form and every model asks this module (`cms.wagtail_internals.clean_all_text`).
"""

import re
import sys
import unicodedata
from functools import cache

BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
MARKS_MAX = 6  # on one letter: Burmese and pointed Hebrew need five
GENERAL_MARKS_MAX = 3  # of those that fit any letter, with which a page can be covered
SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"

# Controls but tab and line feed, halves of a pair, no-characters; what turns or annotates a text; letters that show nothing.
_NOTHING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "\u034f\u115f\u1160\u17b4\u17b5\u180e\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a]"
)
# Scripts whose letters join, and emoji; scripts without spaces between words; scripts from right to left.
_JOINING = "\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\u1a00-\u1cff\u20e3\u2190-\u2bff\ufb50-\ufdcf\ufe0f\ufe70-\ufefc\U00010a00-\U00011fff\U0001f000-\U0001faff"
_SPACELESS = "\u0e00-\u109f\u1780-\u17ff\u3000-\u9fff"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_INVISIBLE = re.compile(
    f"(?<![{_JOINING}])[\u200c\u200d]|(?<![{_SPACELESS}]){ZERO_WIDTH_SPACE}"
    f"|(?<![0-9#*©®\u1000-\u1fff\u203c-\ufdff\ufe70-\ufffd\U00010000-\U000e00ff])[{_SELECTORS}]"
)
_FLAG_OR_TAG = re.compile("(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,8}\U000e007f)|[\U000e0000-\U000e007f]")
_TURNING = re.compile("[\u061c\u200e\u200f]")
_SELDOM = re.compile(f"[\u061c\u200b-\u200f{_SELECTORS}\U000e0000-\U000e007f]")
_GENERAL_MARK = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_JOINERS = "\u200b\u200c\u200d"
_BLANK = "\u2800"  # the empty cell of Braille, a symbol that shows nothing


def clean_lines(text: str) -> str:
    """A text of several lines, as it may be kept; spaces at its ends stay."""
    if text.isascii() and text.isprintable():
        return text
    text = _NOTHING.sub("", unicodedata.normalize("NFC", BREAKS.sub("\n", text)))
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _with_few_marks(_without_invisible(text)))


def clean_line(text: str) -> str:
    """A text of one line: its line breaks are spaces, and no hyphen hides in it."""
    if text.isascii() and text.isprintable():
        return text
    return clean_lines(BREAKS.sub(" ", text).replace(SOFT_HYPHEN, ""))


def clean_link(text: str) -> str:
    """A link: nothing invisible, and no line break that a mail program has put into it."""
    return "".join(character for character in clean_line(BREAKS.sub("", text)) if unicodedata.category(character) not in {"Cc", "Cf"})


def trimmed(text: str) -> str:
    """The text without white space at its ends, and without marks that have no letter to stand on; nothing where nothing shows."""
    text = text.strip()
    while text and not _stands_alone(text[0]):
        text = text[1:].lstrip()
    return text if shows_something(text) else ""


def shows_something(text: str) -> bool:
    """Whether a reader sees anything at all."""
    return any(unicodedata.category(character) not in _UNSEEN and character != _BLANK for character in _NOTHING.sub("", text))


def names_something(text: str) -> bool:
    """Whether a title has more than signs of punctuation: a letter, a figure, or a picture such as an emoji."""
    return any(unicodedata.category(character)[0] in "LN" or unicodedata.category(character) in {"So", "Cn"} for character in text)


def has_letter(text: str) -> bool:
    """Whether there is a letter or a digit, as a name has."""
    return any(unicodedata.category(character)[0] in "LN" for character in text)


_UNSEEN = {"Mn", "Mc", "Me", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co"}


def _stands_alone(character: str) -> bool:
    return unicodedata.category(character) not in {"Mn", "Me"} and character not in _JOINERS


def _without_invisible(text: str) -> str:
    """What is invisible stays where a script or an emoji needs it, and only once there."""
    if not _SELDOM.search(text):
        return text
    if not _RIGHT_TO_LEFT.search(text):
        text = _TURNING.sub("", text)
    text = _FLAG_OR_TAG.sub(lambda match: match[1] or "", text)
    while (kept := _INVISIBLE.sub("", text)) != text:  # what stood behind something invisible is looked at again
        text = kept
    return text


def _with_few_marks(text: str) -> str:
    return _too_many_marks().sub(lambda match: _fewest(match[0]), text)


def _fewest(marks: str) -> str:
    general, kept = 0, ""
    for mark in marks:
        general += bool(_GENERAL_MARK.match(mark))
        if len(kept) < MARKS_MAX and not (_GENERAL_MARK.match(mark) and general > GENERAL_MARKS_MAX):
            kept += mark
    return kept


@cache
def _too_many_marks() -> re.Pattern[str]:
    """Runs of more marks than the general ones that a letter may bear."""
    marks = "".join(
        chr(number) for number in range(0x300, min(sys.maxunicode, 0x1F000)) if unicodedata.category(chr(number)) in {"Mn", "Me"}
    )
    return re.compile(f"[{marks}]{{{GENERAL_MARKS_MAX + 1},}}")
