"""Words of installed packages that nobody has put into Swedish: neither the package itself nor our catalogues of its words.

`python -m cms.package_words` names them after an upgrade; they belong into `site/cms/locale_of_packages`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import polib
from django.apps import apps
from django.conf import settings
from django.utils import translation
from django.utils.translation import trans_real

SEPARATOR = "\x04"
DOMAINS = ("django", "djangojs")


def lacking() -> dict[str, set[str]]:
    """For each package the words without Swedish, of its pages and of its scripts."""
    said = {domain: _said_by_us(domain) for domain in DOMAINS}
    lacks: dict[str, set[str]] = {}
    for package, domain, source in _sources():
        own = _said(source.parents[2] / "sv" / "LC_MESSAGES" / source.name)
        words = {word for word in _words(source) if word not in own | said[domain]}
        if domain == "django":  # the pages' words of all packages are one catalogue; scripts know their own only
            words = {word for word in words if not _is_known(word)}
        if words:
            lacks.setdefault(package, set()).update(words)
    return lacks


def english_words() -> set[str]:
    """Every word of the packages' pages that has a Swedish other than itself, as a page would show it untranslated."""
    with translation.override("sv"):
        return {word for _package, domain, source in _sources() if domain == "django" for word in _words(source) if _differs(word)}


def _sources() -> Iterator[tuple[str, str, Path]]:
    """The English catalogues that packages are collected from."""
    for app in apps.get_app_configs():
        for domain in DOMAINS:
            source = Path(app.path) / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
            if source.exists():
                yield app.name, domain, source


def _words(source: Path) -> set[str]:
    return {_key(entry) for entry in polib.pofile(str(source)) if not entry.obsolete}


def _said(catalogue: Path) -> set[str]:
    return {_key(entry) for entry in polib.pofile(str(catalogue)) if entry.translated()} if catalogue.exists() else set()


def _said_by_us(domain: str) -> set[str]:
    words: set[str] = set()
    for folder in settings.LOCALE_PATHS:
        words |= _said(Path(folder) / "sv" / "LC_MESSAGES" / f"{domain}.po")
    return words


def _key(entry: polib.POEntry) -> str:
    return f"{entry.msgctxt}{SEPARATOR}{entry.msgid}" if entry.msgctxt else entry.msgid


def _is_known(word: str) -> bool:
    with translation.override("sv"):
        catalogue = trans_real.catalog()._catalog
    return catalogue.get(word, catalogue.get((word, 0))) is not None


def _differs(word: str) -> bool:
    return SEPARATOR not in word and translation.gettext(word) != word


def main() -> int:
    """Name what lacks."""
    import django

    django.setup()
    lacks = lacking()
    for package, words in sorted(lacks.items()):
        for word in sorted(words):
            sys.stdout.write(f"{package} lacks: {word!r}\n")
    return 1 if lacks else 0


if __name__ == "__main__":
    sys.exit(main())
