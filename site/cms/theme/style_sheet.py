"""The one style sheet of a page: the site's own file, or that file with the municipality's colour and typeface."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage
from django.templatetags.static import static
from django.urls import reverse

from cms.components.build import TARGET, TYPEFACE
from cms.theme.faces import faces, families, measures_of

if TYPE_CHECKING:
    from cms.models import SiteIdentity

FAMILY = "Municipality"


@dataclass(frozen=True)
class Theme:
    """The addresses of the style sheet and of the typeface that it uses."""

    style_sheet: str
    typeface: str


def theme_of(identity: "SiteIdentity") -> Theme:
    """What a page of this municipality links to."""
    typeface = typeface_url(identity) or static(f"cms/{TYPEFACE.name}")
    if not identity.accent and not identity.typeface:
        return Theme(static(f"cms/{TARGET.name}"), typeface)
    version = hashlib.sha256(text_for(identity).encode()).hexdigest()[:16]
    return Theme(f"{reverse('style_sheet')}?v={version}", typeface)


def typeface_url(identity: "SiteIdentity") -> str:
    """The address of the municipality's own typeface; empty where it has none."""
    return reverse("typeface", args=[str(identity.typeface.name).rsplit("/", 1)[-1]]) if identity.typeface else ""


def text_for(identity: "SiteIdentity") -> str:
    """The whole style sheet of a municipality."""
    return _text(identity.accent, identity.typeface.name or "", typeface_url(identity), TARGET.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _text(accent: str, typeface: str, url: str, changed: int) -> str:
    text = TARGET.read_text().replace(f'url("{TYPEFACE.name}")', f'url("{static(f"cms/{TYPEFACE.name}")}")')
    chosen = [f"--accent:{accent}"] if accent else []
    if typeface:
        with default_storage.open(typeface) as file:
            text += faces(FAMILY, url, measures_of(file.read()))
        chosen.append(f"--serif:{families(FAMILY)}, Georgia, serif")
    return f"{text}:root{{{';'.join(chosen)}}}\n"
