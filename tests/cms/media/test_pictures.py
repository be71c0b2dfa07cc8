"""A picture is kept as its pixels: upright, in sRGB, of a bounded size, and nothing else."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from cms.media import pictures
from tests.cms.media.files import exif, picture, telling, what_it_tells


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def near(pixel: tuple[int, ...], colour: str) -> bool:
    """Red or blue, as far as a lossy format keeps them."""
    red, green, blue = pixel[:3]
    return green < 90 and (red > 150 > blue if colour == "red" else blue > 150 > red)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_nothing_is_kept_beside_the_pixels(kind):
    told = telling(kind)
    assert what_it_tells(told)
    for kept in (pictures.clean(told), pictures.plain(told)):
        assert what_it_tells(kept) == set()
        assert opened(kept).format == kind
        assert near(opened(kept).convert("RGB").getpixel((5, 20)), "red")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_upright(orientation):
    kept = opened(pictures.clean(picture(exif=exif(orientation))))
    lies = orientation > 4
    assert kept.size == ((40, 60) if lies else (60, 40))
    corner = {1: "red", 2: "blue", 3: "blue", 4: "red", 5: "red", 6: "red", 7: "blue", 8: "blue"}[orientation]
    assert near(kept.getpixel((3, 3)), corner)


def test_a_preview_and_what_follows_the_picture_are_left_out():
    hidden = picture(size=(8, 8)) + b"Kvarngatan 7"
    assert what_it_tells(pictures.clean(picture() + hidden)) == set()


def test_colours_are_those_that_the_profile_means():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    kept = pictures.clean(picture(icc_profile=lab))
    assert "icc_profile" not in opened(kept).info
    assert "icc_profile" not in opened(pictures.clean(picture(icc_profile=b"no profile"))).info


@pytest.mark.parametrize(
    ("kind", "mode", "shown"),
    [("JPEG", "CMYK", "RGB"), ("JPEG", "L", "L"), ("PNG", "1", "L"), ("PNG", "LA", "RGBA"), ("PNG", "RGBA", "RGBA"), ("PNG", "P", "P")],
)
def test_every_mode_becomes_one_that_browsers_show(kind, mode, shown):
    image = opened(picture("PNG")).convert("RGBA").convert(mode) if mode in ("LA", "RGBA") else opened(picture("PNG")).convert(mode)
    written = BytesIO()
    image.save(written, kind)
    assert opened(pictures.clean(written.getvalue())).mode == shown


def test_sixteen_bits_of_grey_do_not_turn_white():
    written = BytesIO()
    Image.new("I;16", (4, 4), 0x4080).save(written, "PNG")
    assert opened(pictures.clean(written.getvalue())).getpixel((0, 0)) == 0x40


def test_what_shines_through_still_does():
    written = BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(written, "PNG")
    assert opened(pictures.clean(written.getvalue())).getpixel((0, 0))[3] == 0
    written = BytesIO()
    Image.new("P", (4, 4), 0).save(written, "PNG", transparency=0)
    assert opened(pictures.clean(written.getvalue())).convert("RGBA").getpixel((0, 0))[3] == 0


def test_a_moving_picture_stands_still():
    frames = [Image.new("P", (6, 6), number) for number in range(5)]
    written = BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    assert getattr(opened(pictures.clean(written.getvalue())), "n_frames", 1) == 1


def test_a_large_one_is_kept_smaller():
    assert opened(pictures.clean(picture("PNG", size=(8001, 10)))).size == (4000, 5)
    assert opened(pictures.clean(picture("GIF", size=(8000, 10), mode="P"))).size == (4000, 5)


def test_too_many_pixels_are_not_decoded():
    with pytest.raises(pictures.TooLarge) as refused:
        pictures.clean(picture("PNG", size=(50, 50)), most_pixels=2499)
    assert refused.value.size == (50, 50)
    assert pictures.clean(picture("PNG", size=(50, 50)), most_pixels=2500)


def test_a_bomb_is_not_decoded():
    header = bytearray(picture("PNG"))
    header[16:24] = (60000).to_bytes(4) + (60000).to_bytes(4)
    import zlib

    header[29:33] = zlib.crc32(bytes(header[12:29])).to_bytes(4)
    with pytest.raises(pictures.TooLarge):
        pictures.clean(bytes(header))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_one_that_ends_too_early_is_damaged(kind):
    whole = picture(kind, size=(400, 300), mode="P" if kind == "GIF" else "RGB")
    with pytest.raises(pictures.Unusable):
        pictures.clean(whole[: len(whole) * 2 // 3])


@pytest.mark.parametrize("data", [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"\xff\xd8\xff"])
def test_what_is_no_picture(data):
    with pytest.raises(pictures.Unusable):
        pictures.clean(data)


def test_size_and_format_are_read_of_the_content():
    assert pictures.size_of(picture("WEBP")) == (60, 40)
    assert pictures.format_of(picture("PNG")) == "PNG"
    plain = pictures.clean(picture())
    assert pictures.plain(plain) is plain
