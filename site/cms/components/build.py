"""Put the style sheets together, those of every plugin too: `python -m cms.components.build [--check]`, with site/ on the path.

The layers are reset, tokens, base, components, print: a later one wins without a stronger selector.
The result is committed, so that nothing has to be built to run the site.
"""

import os
import re
import sys
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from cms.components.catalogue import FOLDER, HOST, components_of
from cms.plugins import discover_plugins
from cms.theme.faces import faces, measures_of

TARGET = FOLDER.parent / "static" / "cms" / "site.css"
TYPEFACE = TARGET.with_name("gensvar-serif.woff2")
LAYERS = {
    "reset": ["reset.css"],
    "tokens": ["tokens.css"],
    "base": ["base.css", "layout.css", "prose.css"],
    "components": [],
    "print": ["print.css"],
}


def built() -> str:
    """The whole style sheet."""
    parts = ["/* Made by `python -m cms.components.build`; edit the components instead. */", f"@layer {', '.join(LAYERS)};"]
    parts.append(faces("Gensvar Serif", TYPEFACE.name, measures_of(TYPEFACE.read_bytes())).rstrip())
    for layer, names in LAYERS.items():
        paths = [FOLDER / name for name in names]
        if layer == "components":
            paths = [component.style_sheet for component in components_of([HOST, *_plugins()])]
        parts += [f"@layer {layer} {{\n{compact(path)}}}" for path in paths if compact(path)]
    return "\n".join(parts) + "\n"


def _plugins() -> list[str]:
    """The packages of all plugins, those too that are switched off here: the result does not depend on what is on."""
    return [import_string(path).name for path in discover_plugins(settings.GENSVAR_PLUGINS, ())]


def compact(path: Path) -> str:
    """A style sheet without comments and empty lines."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines() if line.strip())


def main(arguments: list[str]) -> int:
    """Write the style sheet, or with --check say whether the committed one is fresh."""
    if "--check" not in arguments:
        TARGET.write_text(built())
        return 0
    if TARGET.exists() and TARGET.read_text() == built():
        return 0
    sys.stderr.write("site.css is stale: run `python -m cms.components.build`\n")
    return 1


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    sys.exit(main(sys.argv[1:]))
