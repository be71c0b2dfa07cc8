"""Pictures that were stored before files were cleaned: written anew, a few at a time."""

from datetime import timedelta
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.media import pictures
from cms.media.models import SiteImage
from cms.outbox.registry import Sweep, sweeps

AT_ONCE = 50
"""Of the largest pictures so many are done well within the time that a sweep has."""
FOCUS = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


def register() -> None:
    """Called when the app is ready."""
    sweeps.register(Sweep("media.clean_stored", _("Clean pictures that were stored with place and device"), timedelta(hours=1), clean_some))


def clean_some(at_once: int = AT_ONCE) -> int:
    """Look at pictures that nobody has looked at, the oldest first; returns how many."""
    keys = list(SiteImage.objects.filter(is_cleaned=False).order_by("pk").values_list("pk", flat=True)[:at_once])
    for key in keys:
        with transaction.atomic():
            image = SiteImage.objects.select_for_update().filter(pk=key, is_cleaned=False).first()
            if image is not None:
                _clean(image)
    return len(keys)


def _clean(image: SiteImage) -> None:
    """Write a picture's file anew where it holds more than pixels. One that is gone or damaged is left: no size of it is ever shown."""
    data = _content(image)
    try:
        is_plain = data is None or pictures.plain(data) is data
    except pictures.Unusable:
        is_plain = True
    if is_plain or data is None:
        SiteImage.objects.filter(pk=image.pk).update(is_cleaned=True)
        return
    storage, old, size = image.file.storage, image.file.name, (image.width, image.height)
    image.file.save(Path(old).name, ContentFile(data), save=False)
    _move_focus(image, size)
    image._set_image_file_metadata()
    image.save()
    image.renditions.all().delete()
    if old != image.file.name:
        transaction.on_commit(lambda: storage.delete(old))


def _content(image: SiteImage) -> bytes | None:
    try:
        with image.open_file() as file:
            return bytes(file.read())
    except OSError:
        return None


def _move_focus(image: SiteImage, size: tuple[int, int]) -> None:
    """Keep the focal point where the picture became smaller; one that was turned has none."""
    if not image.has_focal_point() or size == (image.width, image.height):
        return
    turned = (size[0] > size[1]) != (image.width > image.height)
    for name in FOCUS:
        value = getattr(image, name)
        setattr(image, name, None if turned or value is None else round(value * image.width / size[0]))
