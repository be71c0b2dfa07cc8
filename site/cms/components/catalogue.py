"""What components there are: a folder with a template, a style sheet and examples, in `components/` of the host or of a plugin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from cms.plugins import enabled_plugins

HOST = "cms"
FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Component:
    """One component of the interface, in the package that owns it."""

    name: str
    package: str = HOST

    @property
    def folder(self) -> Path:
        """Where it stands."""
        return package_folder(self.package) / "components" / self.name

    @property
    def template(self) -> Path:
        """Its template, whose first comment names its variables."""
        return self.folder / f"{self.name}.html"

    @property
    def style_sheet(self) -> Path:
        """Its part of site.css."""
        return self.folder / f"{self.name}.css"

    @property
    def examples(self) -> dict[str, dict[str, Any]]:
        """Variables to render it with, by what they show."""
        return import_module(f"{self.package}.components.{self.name}.example").EXAMPLES

    @property
    def variables(self) -> str:
        """What its template says about its variables."""
        return self.template.read_text().partition("{% comment %}")[2].partition("{% endcomment %}")[0].strip()


def all_components() -> list[Component]:
    """Every component of the host and of the plugins that are on, in the order of the alphabet."""
    return components_of([HOST, *(plugin.name for plugin in enabled_plugins())])


def components_of(packages: Iterable[str]) -> list[Component]:
    """The components of these packages, in the order of the alphabet. Raises ImproperlyConfigured for a name that two of them have."""
    owned: dict[str, Component] = {}
    for component in _found_in(packages):
        if component.name in owned:
            other = owned[component.name].package
            raise ImproperlyConfigured(f"{component.package} and {other} both have a component {component.name!r}; rename one of them.")
        owned[component.name] = component
    return [owned[name] for name in sorted(owned)]


def _found_in(packages: Iterable[str]) -> Iterator[Component]:
    for package in packages:
        for path in (package_folder(package) / "components").glob("*/example.py"):
            yield Component(path.parent.name, package)


def plugin_folders(plugins: Iterable[str]) -> list[Path]:
    """The folders of those plugins (dotted paths of their AppConfigs) that have components; templates are looked up there."""
    folders = [package_folder(import_string(path).name) for path in plugins]
    return [folder for folder in folders if (folder / "components").is_dir()]


def package_folder(package: str) -> Path:
    """The folder of a package, which need not be imported yet."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ImproperlyConfigured(f"{package} is no package; a plugin's `name` is the dotted name of its package.")
    return Path(spec.origin).parent
