"""Calls of components in templates: whether what they name and what they give exists."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps

from cms.components.catalogue import all_components
from cms.plugins import SitePlugin
from cms.templatetags.components import PASSED_ON

_QUOTED = r"\"[^\"]*\"|'[^']*'"
CALL = re.compile(rf"{{%-?\s*(?:component|wrap)\s+[\"'](\w+)[\"']((?:{_QUOTED}|[^\"'%])*)%}}")
_TAG = re.compile(r"{[{%](.*?)[%}]}", re.DOTALL)
_NAME = re.compile(r"(?<![\w.\"'])[a-z_]\w*")


def wrong_calls(template: str) -> Iterator[str]:
    """A sentence for each call that names no component, or gives one something that it does not know."""
    known = _taken_by_component()
    for called, given in CALL.findall(template):
        if called not in known:
            yield f"There is no component {called!r}."
            continue
        for name in re.findall(r"(\w+)=", re.sub(_QUOTED, "", given)):
            if name not in known[called]:
                yield f"The component {called!r} knows no {name!r}."


def templates() -> Iterator[Path]:
    """The templates of the host, of the components and of the plugins that are on."""
    configs = [config for config in apps.get_app_configs() if isinstance(config, SitePlugin) or config.name.split(".")[0] == "cms"]
    yield from (path for component in all_components() for path in sorted(component.folder.glob("*.html")))
    for config in configs:
        yield from sorted((Path(config.path) / "templates").rglob("*.html"))


@cache
def _taken_by_component() -> dict[str, frozenset[str]]:
    return {component.name: _names_in(component.folder) | set(PASSED_ON) for component in all_components()}


def _names_in(folder: Path) -> frozenset[str]:
    """Every name that the templates of a component look up."""
    tags = (tag for path in folder.glob("*.html") for tag in _TAG.findall(path.read_text()))
    return frozenset(name for tag in tags for name in _NAME.findall(tag))
