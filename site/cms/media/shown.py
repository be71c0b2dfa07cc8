"""Images as pages show them: their sizes read in bulk, two queries however many they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.images.models import Filter

from cms.media.models import SiteImage


@dataclass(frozen=True)
class ShownPicture:
    """An image in several sizes, for the component `picture`; `width` and `height` are those of the largest."""

    src: str
    srcset: str
    width: int
    height: int
    description: str


def shown_pictures(images: Iterable[int | None], spec: str) -> dict[int, ShownPicture]:
    """Images by number, in the sizes of a registered `PictureSize`."""
    wanted = {number for number in images if number is not None}
    if not wanted:
        return {}
    specs = Filter.expand_spec(spec)
    return {image.pk: _shown(image, specs) for image in SiteImage.objects.filter(pk__in=wanted).prefetch_renditions(*specs)}


def _shown(image: SiteImage, specs: list[str]) -> ShownPicture:
    sizes = sorted(image.get_renditions(*specs).values(), key=lambda size: size.width)
    largest = sizes[-1]
    by_width = {size.width: size.url for size in sizes}  # a small image is never enlarged: two sizes may be one
    srcset = ", ".join(f"{url} {width}w" for width, url in by_width.items())
    return ShownPicture(largest.url, srcset, largest.width, largest.height, image.default_alt_text)
