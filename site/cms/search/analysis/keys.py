"""How a term is written in the index: with its language, so that a Swedish word is never taken for an English one."""


def exact(language: str, term: str) -> str:
    """The key of a term; codes have no language."""
    return term if term.startswith(("#", "§")) else f"{language}/{term}"


def folded(language: str, word: str) -> str:
    """The key of a word without å, ä and ö: a second chance, never the first."""
    return f"{language}~{word}"
