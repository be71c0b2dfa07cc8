"""Words of installed packages that nobody has put into Swedish: neither the package itself nor our catalogues of its words.

`python -m cms.package_words` names them after an upgrade; they belong into `site/cms/locale_of_packages`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import django
import polib
from django.apps import apps
from django.conf import settings
from django.utils import translation

SEPARATOR = "\x04"
DOMAINS = ("django", "djangojs")


def lacking() -> dict[str, set[str]]:
    """For each package the words without Swedish, of its pages and of its scripts."""
    said = {domain: _said_by_us(domain) for domain in DOMAINS}
    for folder in (Path(django.__file__).parent / "conf", *(Path(app.path) for app in apps.get_app_configs())):
        said["django"] |= _said(_swedish(folder / "locale", "django"))  # pages know the words of all; scripts their package's only
    lacks: dict[str, set[str]] = {}
    for package, domain, source in _sources():
        words = _words(source) - said[domain] - _said(_swedish(source.parents[2], domain))
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
    compiled = catalogue.with_suffix(".mo")  # some packages bring no other
    if catalogue.exists():
        return {_key(entry) for entry in polib.pofile(str(catalogue)) if entry.translated()}
    return {_key(entry) for entry in polib.mofile(str(compiled))} if compiled.exists() else set()


def _said_by_us(domain: str) -> set[str]:
    words: set[str] = set()
    for folder in settings.LOCALE_PATHS:
        words |= _said(_swedish(Path(folder), domain))
    return words


def _swedish(locales: Path, domain: str) -> Path:
    return locales / "sv" / "LC_MESSAGES" / f"{domain}.po"


def _key(entry: polib.POEntry) -> str:
    return f"{entry.msgctxt}{SEPARATOR}{entry.msgid}" if entry.msgctxt else entry.msgid


def _differs(word: str) -> bool:
    return SEPARATOR not in word and translation.gettext(word) != word


def main() -> int:
    """Name what lacks."""
    django.setup()
    lacks = lacking()
    for package, words in sorted(lacks.items()):
        for word in sorted(words):
            sys.stdout.write(f"{package} lacks: {word!r}\n")
    return 1 if lacks else 0


if __name__ == "__main__":
    sys.exit(main())
