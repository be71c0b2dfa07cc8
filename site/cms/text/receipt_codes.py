"""Codes that can be read aloud: Crockford's base32 with a check symbol of the same alphabet.

Ten random symbols hold 50 bits; the eleventh is Luhn mod 32, which notices every single wrong
symbol and nearly every swapped pair. Shown XXXX-XXXX-XXX; read in any case, with O for 0, I and L for 1.
Source: Douglas Crockford, Base 32 (crockford.com/base32.html); Luhn mod N.
"""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """A new code in its stored form: eleven symbols without hyphens."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return body + check_symbol(body)


def check_symbol(body: str) -> str:
    """The Luhn mod 32 check symbol of a body."""
    total, factor = 0, 2
    for symbol in reversed(body):
        product = factor * ALPHABET.index(symbol)
        total += product // 32 + product % 32
        factor = 3 - factor
    return ALPHABET[-total % 32]


def read_code(typed: str) -> str | None:
    """The stored form of what somebody typed, or None where it can be no code."""
    symbols = "".join(ch for ch in typed.upper().translate(_READ_AS) if not (ch.isspace() or ch in "-‐–—.·"))
    if len(symbols) != LENGTH + 1 or any(ch not in ALPHABET for ch in symbols):
        return None
    return symbols if check_symbol(symbols[:-1]) == symbols[-1] else None


def show_code(code: str) -> str:
    """The code as people see it: XXXX-XXXX-XXX."""
    return "-".join(part for part in (code[:4], code[4:8], code[8:]) if part)
