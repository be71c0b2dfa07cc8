"""The sizes of images that pages show, made by the worker before anybody asks: a visitor waits for none."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _
from wagtail.images.formats import get_image_formats
from wagtail.images.models import Filter

from cms.media.models import NOT_FOUND, SiteImage
from cms.outbox.actions import enqueue, enqueue_many
from cms.outbox.models import Job
from cms.outbox.registry import JobKind, Outcome, Sweep, job_kinds, sweeps
from cms.plugins.registry import Registry


@dataclass(frozen=True)
class PictureSize:
    """Sizes that a template or a view asks for, as its `image` tag says them: `width-{400,800} format-webp`."""

    name: str
    spec: str

    @property
    def specs(self) -> list[str]:
        """Each of the sizes."""
        return Filter.expand_spec(self.spec)


picture_sizes: Registry[PictureSize] = Registry("picture_sizes", PictureSize)

MAKE_SIZES = "media.make_sizes"


def register() -> None:
    """Called when the app is ready."""
    picture_sizes.register(PictureSize("cms.logo", "max-320x112 format-png"))
    picture_sizes.register(PictureSize("cms.admin_list", "max-165x165"))
    job_kinds.register(JobKind(MAKE_SIZES, _("Make the sizes of an image that pages show"), make_sizes))
    sweeps.register(Sweep("media.missing_sizes", _("Find images that lack a size that pages show"), timedelta(hours=1), find_missing))
    post_save.connect(image_saved, sender=SiteImage, dispatch_uid="cms_media_image_saved")


def all_specs() -> list[str]:
    """Every size that pages show: those registered, and those of images in texts."""
    registered = [spec for size in picture_sizes for spec in size.specs]
    return list(dict.fromkeys([*registered, *(known.filter_spec for known in get_image_formats())]))


def image_saved(instance: SiteImage, raw: bool = False, **kwargs: Any) -> None:
    """Have the sizes made of a new file, or around a new focal point."""
    if not raw:
        enqueue(MAKE_SIZES, {"image": instance.pk}, dedupe_key=_cause(instance, all_specs()))


def make_sizes(job: Job) -> Outcome:
    """Make what is missing; an image that is gone or damaged has no sizes."""
    image = SiteImage.objects.filter(pk=job.payload["image"]).first()
    if image is None:
        return Outcome.DROPPED
    made = [image.get_rendition(spec) for spec in all_specs()]
    return Outcome.DROPPED if any(size.file.name == NOT_FOUND for size in made) else Outcome.DONE


def find_missing() -> int:
    """Have the sizes made of images that lack any, as after a new size or an import; each is tried once in a while only."""
    specs = all_specs()
    counted = SiteImage.objects.annotate(made=Count("renditions", filter=Q(renditions__filter_spec__in=specs)))
    lacking = counted.filter(made__lt=len(specs)).order_by("pk")
    return enqueue_many(MAKE_SIZES, (({"image": image.pk}, _cause(image, specs)) for image in lacking.iterator()))


def _cause(image: SiteImage, specs: list[str]) -> str:
    focus = (image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height)
    about = hashlib.sha256(repr((image.file.name, focus, specs)).encode()).hexdigest()[:16]
    return f"{MAKE_SIZES} {image.pk} {about}"
