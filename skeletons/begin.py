"""Begin a plugin or a method: write its skeleton into the tree and switch it on.

    python skeletons/begin.py plugin surveys      (make new-plugin name=surveys)
    python skeletons/begin.py method night_walk   (make new-method name=night_walk)

Files of `skeletons/<kind>/package` and `skeletons/<kind>/tests` are copied to where such a package and its tests stand.
In their text `$name` is the name given, `$Name` the same as a class, `$words` as people read it; in their paths NAME is.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = Path("site/cms/settings/base.py")
PROJECT = Path("pyproject.toml")
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
LAST_PLUGIN = '    "knowledge_hub.apps.KnowledgeHubPlugin",\n'
LAST_PACKAGE = '"knowledge_hub"]'
MOST = 30  # letters: the label of a method stands before the names of its tables


class Refused(Exception):
    """Why nothing was written."""


@dataclass(frozen=True)
class Skeleton:
    """What begins: its kind (`plugin` or `method`) and its name."""

    kind: str
    name: str
    root: Path = ROOT

    @property
    def package(self) -> str:
        """Its Python package."""
        return self.name if self.kind == "plugin" else f"participation.methods.{self.name}"

    @property
    def folders(self) -> dict[str, Path]:
        """Where the parts of the skeleton go."""
        package = Path(*self.package.split("."))
        return {"package": self.root / package, "tests": self.root / "tests" / package}

    @property
    def placeholders(self) -> dict[str, str]:
        """What stands for its name in the texts of the skeleton."""
        camel = "".join(part.capitalize() for part in self.name.split("_"))
        return {"name": self.name, "Name": camel, "words": self.name.replace("_", " ").capitalize()}


def begin(skeleton: Skeleton) -> list[Path]:
    """Write the files and switch the plugin on; returns what was written. Raises Refused before anything is."""
    _refuse(skeleton)
    written = [target for part in skeleton.folders for target in _copied(skeleton, part)]
    _switch_on(skeleton)
    if skeleton.kind == "method":
        _migrate(skeleton)
    return written


def _refuse(skeleton: Skeleton) -> None:
    if skeleton.kind not in ("plugin", "method"):
        raise Refused(f"There is no skeleton of a {skeleton.kind!r}: plugin or method.")
    if not NAME.fullmatch(skeleton.name) or len(skeleton.name) > MOST:
        raise Refused(f"{skeleton.name!r} is no name: small letters, digits and _, at most {MOST}: name=night_walk")
    taken = [folder for folder in skeleton.folders.values() if folder.exists()]
    if taken:
        raise Refused(f"{taken[0].relative_to(skeleton.root)} is there already; choose another name.")


def _copied(skeleton: Skeleton, part: str) -> Iterator[Path]:
    source = Path(__file__).parent / skeleton.kind / part
    for path in sorted(source.rglob("*")):
        if path.is_file():
            target = skeleton.folders[part] / str(path.relative_to(source)).replace("NAME", skeleton.name).removesuffix("-tpl")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(Template(path.read_text()).substitute(skeleton.placeholders))
            yield target


def _switch_on(skeleton: Skeleton) -> None:
    config = f'    "{skeleton.package}.apps.{skeleton.placeholders["Name"]}Plugin",\n'
    _put_before(skeleton.root / SETTINGS, LAST_PLUGIN, config)
    if skeleton.kind == "plugin":
        _put_before(skeleton.root / PROJECT, LAST_PACKAGE, f'"{skeleton.name}", ')


def _migrate(skeleton: Skeleton) -> None:
    """The first migration of its page type, as Django writes it."""
    command = [sys.executable, str(skeleton.root / "site" / "manage.py"), "makemigrations", "-v0", f"participation_{skeleton.name}"]
    subprocess.run(command, cwd=skeleton.root, check=True)  # noqa: S603


def _put_before(path: Path, mark: str, text: str) -> None:
    path.write_text(path.read_text().replace(mark, text + mark))


def main(arguments: list[str]) -> int:
    """Run from the command line."""
    try:
        kind, name = arguments
        written = begin(Skeleton(kind, name))
    except ValueError:
        sys.stderr.write("Say what and how it is called: make new-method name=night_walk\n")
        return 2
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    for path in written:
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    sys.stdout.write("Its words: make messages, then write the Swedish ones into the catalogue.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
