"""Pictures as they are kept and shown: their pixels and nothing else.

What a camera or a program writes beside them (place, time, device, owner, comments, a preview of what was cut away)
is no reader's business, so it is left out where a file is stored, and again where a size is made of it.
"""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps

FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
EXTENSIONS = {"JPEG": ("jpg", "jpeg"), "MPO": ("jpg", "jpeg"), "PNG": ("png",), "GIF": ("gif",), "WEBP": ("webp",)}
LONGEST_SIDE = 4000
"""In pixels. A larger picture is kept smaller: no page shows more, and every size is made in a moment."""
MOST_PIXELS_STORED = 128_000_000
"""What is opened at all, of files that were stored before a bound stood at the form."""

# What a file says of its pixels; whatever else a decoder finds is left out.
OF_PIXELS = {
    *("jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "adobe", "adobe_transform", "progressive", "progression"),
    *(
        "transparency",
        "background",
        "version",
        "duration",
        "extension",
        "loop",
        "gamma",
        "interlace",
        "timestamp",
        "aspect",
        "chromaticity",
    ),
}
PLAIN_MODES = {"L", "P", "RGB", "RGBA"}
MODE_SHOWN = {"1": "L", "LA": "RGBA", "La": "RGBA", "PA": "RGBA", "RGBa": "RGBA"}
ORIENTATION = 0x0112


class Unusable(Exception):
    """The file is no picture that can be shown."""


class NoPicture(Unusable):
    """Of no format that is taken."""


class Damaged(Unusable):
    """Ends too early, or holds what no decoder understands."""


class TooLarge(Unusable):
    """Has more pixels than are taken; `size` where the file says it."""

    def __init__(self, size: tuple[int, int] | None) -> None:
        super().__init__(size)
        self.size = size


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height as the file says them, without decoding it. Raises Unusable."""
    return _opened(data).size


def format_of(data: bytes) -> str:
    """The format of a picture by its content, as Pillow calls it. Raises Unusable."""
    return _opened(data).format or ""


def clean(data: bytes, most_pixels: int = MOST_PIXELS_STORED) -> bytes:
    """The picture anew in its own format: upright, in sRGB, at most LONGEST_SIDE long, nothing but its pixels.

    Of a moving picture its first frame is kept, as every size of it shows. Raises Unusable.
    """
    image = _decoded(data, most_pixels)
    try:
        return _written(_shown(image), image)
    except Exception as error:  # an encoder's or a colour profile's, by whatever stands in the file
        raise Damaged(str(error)) from error


def plain(data: bytes) -> bytes:
    """The picture as it is where it holds nothing but pixels, cleaned otherwise. Raises Unusable."""
    return data if _is_plain(_decoded(data, MOST_PIXELS_STORED)) else clean(data)


def _opened(data: bytes, most_pixels: int = MOST_PIXELS_STORED) -> Image.Image:
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise TooLarge(None) from error
    except Exception as error:  # a decoder's, by whatever stands in the file
        raise NoPicture(str(error)) from error
    if image.width * image.height > most_pixels:
        raise TooLarge(image.size)
    return image


def _decoded(data: bytes, most_pixels: int) -> Image.Image:
    image = _opened(data, most_pixels)
    try:
        image.load()
    except Exception as error:  # a decoder's, by whatever stands in the file
        raise Damaged(str(error)) from error
    return image


def _is_plain(image: Image.Image) -> bool:
    return image.mode in PLAIN_MODES and not image.info.keys() - OF_PIXELS and image.getexif().get(ORIENTATION, 1) == 1


def _shown(image: Image.Image) -> Image.Image:
    """The picture as eyes see it; the very same object where nothing had to change."""
    if image.getexif().get(ORIENTATION, 1) != 1:
        image = ImageOps.exif_transpose(image)
    image = _in_srgb(image)
    if max(image.size) > LONGEST_SIDE:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB") if image.mode == "P" else image.copy()
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return image


def _in_srgb(image: Image.Image) -> Image.Image:
    """In one of the plain modes, with the colours that its profile means: the profile itself names devices and people."""
    image = _with_profile_applied(image)
    if image.mode in PLAIN_MODES:
        return image
    if image.mode.startswith(("I", "F")):  # sixteen bits of grey
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return image.convert(MODE_SHOWN.get(image.mode, "RGB"))


def _with_profile_applied(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK"):
        return image
    try:
        meant = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(meant):
            return image
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        changed = ImageCms.profileToProfile(image, meant, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image  # a profile that nobody can read changes nothing
    return changed or image


def _written(image: Image.Image, source: Image.Image) -> bytes:
    image.info = {"transparency": image.info["transparency"]} if "transparency" in image.info else {}
    written = BytesIO()
    if source.format in ("JPEG", "MPO"):
        # Untouched pixels keep the strength of their compression, so that storing them costs nothing that can be seen.
        is_untouched = image is source and source.format == "JPEG"
        (image if image.mode in ("L", "RGB") else image.convert("RGB")).save(written, "JPEG", quality="keep" if is_untouched else 90)
    else:
        image.save(written, source.format, **({"quality": 95} if source.format == "WEBP" else {}))
    return written.getvalue()
