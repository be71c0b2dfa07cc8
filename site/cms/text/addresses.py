"""E-mail addresses in one form, so that two spellings of one mailbox are one address wherever addresses are compared.

Nothing invisible, no full-width letters, no capitals; the domain as people read it, whether it was typed with å or as `xn--`,
and without a dot at its end. Every e-mail field of a form or a model asks this module.
"""

import re
import unicodedata

from cms.text.characters import clean_line

_DOTS = str.maketrans(dict.fromkeys("。．｡", "."))
_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co"}
_BLANKS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")


def canonical_address(typed: str | None) -> str:
    """The one form of an address; what is no address comes back as it can be compared."""
    text = "".join(character for character in clean_line(typed or "") if not _is_unseen(character))
    text = unicodedata.normalize("NFKC", text).translate(_DOTS).strip().lower()
    name, at, domain = clean_line(text).rpartition("@")
    return f"{name}@{_same_domain(domain)}" if at else text


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or bool(_BLANKS.match(character))


def _same_domain(domain: str) -> str:
    """The domain in the letters that people read; as it is where no server could have that name."""
    domain = domain.strip().rstrip(".")
    try:
        return domain.encode("idna").decode("idna")
    except UnicodeError:
        return domain
