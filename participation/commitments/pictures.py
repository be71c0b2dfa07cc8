"""Pictures of commitments as pages show them: read for many at once, in the sizes that are made beforehand."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from cms.media.shown import ShownPicture, shown_pictures
from cms.media.sizes import PictureSize
from cms.pages.translated_words import TranslatedRows
from participation.models import Commitment

DONE_PICTURE = PictureSize("participation_done", "fill-{240x180,480x360,960x720} format-webp")


def images_of(commitments: Iterable[Commitment]) -> dict[int, ShownPicture]:
    """The images of commitments by number; none are asked for where there are none."""
    return shown_pictures((pk for row in commitments for pk in (row.before_image_id, row.after_image_id)), DONE_PICTURE.spec)


def picture_items(commitment: Commitment, texts: TranslatedRows, images: dict[int, ShownPicture]) -> list[dict[str, Any]]:
    """Before and after, for the component `commitment`: label, picture with what it shows, the language of that, and the day."""
    labels = {"before": _("Before"), "after": _("After")}
    items = []
    for moment, label in labels.items():
        image = images.get(getattr(commitment, f"{moment}_image_id"))
        if image is not None:
            words = texts.of(commitment, f"{moment}_description")
            shown = replace(image, description=words.text)
            items.append({"label": label, "picture": shown, "lang": words.lang, "date": getattr(commitment, f"{moment}_on")})
    return items
