"""Pictures as cameras, telephones and programs leave them."""

from io import BytesIO

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

GPS = 0x8825
SECRET = "Kvarngatan 7"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>{SECRET}</place></x:xmpmeta>'.encode()


def exif(orientation: int = 1) -> bytes:
    """Place, device, owner and a remark."""
    written = Image.Exif()
    written[0x0112] = orientation
    written[0x010F] = SECRET
    written[0x013B] = SECRET
    written.get_ifd(GPS).update({1: "N", 2: (55.0, 33.0, 12.0), 3: "E", 4: (14.0, 21.0, 4.0)})
    return written.tobytes()


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: object) -> bytes:
    """A picture, red on its left half and blue on its right."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    written = BytesIO()
    image.convert(mode).save(written, kind, **options)
    return written.getvalue()


def telling(kind: str) -> bytes:
    """A picture that tells where it was taken, in every way that its format knows."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if kind == "PNG":
        words = PngInfo()
        words.add_text("Comment", SECRET)
        words.add_itxt("XML:com.adobe.xmp", XMP.decode())
        return picture(kind, exif=exif(), pnginfo=words, icc_profile=profile)
    if kind == "GIF":
        return picture(kind, mode="P", comment=SECRET.encode())
    if kind == "WEBP":
        return picture(kind, exif=exif(), xmp=XMP, icc_profile=profile)
    return picture(kind, exif=exif(), xmp=XMP, comment=SECRET.encode(), icc_profile=profile)


def what_it_tells(data: bytes) -> set[str]:
    """What a file holds beside its pixels."""
    image = Image.open(BytesIO(data))
    image.load()
    told = {name for name in ("exif", "xmp", "XML:com.adobe.xmp", "comment", "Comment", "icc_profile", "photoshop") if name in image.info}
    told |= {"exif"} if dict(image.getexif()) else set()
    return told | ({"bytes"} if SECRET.encode() in data or b"Exif" in data else set())
