"""The last part of an address, made of a title in any script: `Träffpunkt Ön` is `traffpunkt-on`, `公園` is `gongyuan`."""

from collections.abc import Callable
from itertools import count

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

from cms.text.characters import clean_line, has_letter

OTHERWISE = "sida"


def slug_of(title: str, otherwise: str, longest: int = 80) -> str:
    """The title in letters that every address may bear; `otherwise` where no letter or figure is left."""
    slug = slugify(string_to_ascii(clean_line(title)))[:longest].strip("-_")
    return slug if has_letter(slug) else otherwise


def free_slug(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """The slug, or the first with a number that nothing else has."""
    numbered = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(slug for slug in numbered if not is_taken(slug))
