"""Message catalogues: compiled in Python, so that nobody needs gettext to run the site.

`python -m cms.catalogues compile` writes the `.mo` files; `collect` (needs GNU gettext) brings new
words of the code into the `.po` files; `check` says which words a catalogue lacks.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("site/cms", *sorted(path.parent.name for path in ROOT.glob("*/apps.py") if "(SitePlugin)" in path.read_text()))
LANGUAGE = "sv"
CATALOGUE = Path("locale") / LANGUAGE / "LC_MESSAGES" / "django.po"


OF_PACKAGES = Path("site/cms/locale_of_packages") / LANGUAGE / "LC_MESSAGES"
"""What packages lack in their own Swedish; written by hand, since their code is not ours to collect (`cms.package_words`)."""


def catalogues(root: Path = ROOT) -> list[Path]:
    """The catalogues that exist."""
    ours = [path for package in PACKAGES if (path := root / package / CATALOGUE).exists()]
    return [*ours, *sorted((root / OF_PACKAGES).glob("*.po"))]


def compile_catalogues(root: Path = ROOT) -> list[Path]:
    """Write each `.mo` that is older than its `.po`; returns those written."""
    written = []
    for source in catalogues(root):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        scratch = target.with_suffix(f".{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(scratch))
        scratch.replace(target)
        written.append(target)
    return written


def collect(root: Path = ROOT) -> None:
    """Bring the code's words into the catalogues, old translations kept."""
    for package in PACKAGES:
        folder = root / package
        (folder / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "django", "makemessages", "-l", LANGUAGE, "--no-location", "--no-obsolete", "-v0"]
        environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        subprocess.run(command, cwd=folder, env=environment, check=True)  # noqa: S603
        _settle(folder / CATALOGUE)


def _settle(catalogue: Path) -> None:
    """Sort a catalogue by its words and forget when it was collected, so that it differs only by its words, wherever the code stands."""
    if catalogue.exists():
        words = polib.pofile(str(catalogue))
        for moment in ("POT-Creation-Date", "Report-Msgid-Bugs-To"):
            words.metadata.pop(moment, None)
        words.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))
        words.save()


def missing_words(root: Path = ROOT) -> dict[str, set[str]]:
    """Words of the code that each package's catalogue does not hold (needs GNU gettext)."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch)
        for package in PACKAGES:
            shutil.copytree(root / package, copy / package, ignore=shutil.ignore_patterns("__pycache__", "*.mo", "node_modules"))
            (copy / package / CATALOGUE).unlink(missing_ok=True)
        collect(copy)
        return {
            package: lacking for package in PACKAGES if (lacking := _words(copy / package / CATALOGUE) - _words(root / package / CATALOGUE))
        }


def _words(catalogue: Path) -> set[str]:
    if not catalogue.exists():
        return set()
    return {f"{entry.msgctxt or ''}\x04{entry.msgid}" for entry in polib.pofile(str(catalogue)) if not entry.obsolete}


def main(command: str) -> int:
    """Run one of the commands."""
    if command == "compile":
        compile_catalogues()
    elif command == "collect":
        collect()
        compile_catalogues()
    else:
        lacking = missing_words()
        for package, words in lacking.items():
            for word in sorted(words):
                sys.stdout.write(f"{package} lacks: {word.split(chr(4), 1)[1]!r}\n")
        return 1 if lacking else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
