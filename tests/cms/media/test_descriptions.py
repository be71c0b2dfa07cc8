"""What names a file is no description."""

import pytest

from cms.media.descriptions import alternative, is_file_name
from cms.media.models import SiteImage


@pytest.mark.parametrize(
    "words",
    [
        "IMG_2034",
        "IMG_2034.JPG",
        "torget.png",
        "DSC00017",
        "20260305_101500",
        "Skärmbild 2026-03-05",
        "bild (3)",
        "PXL_20260305",
        "a.webp ",
    ],
)
def test_names_of_files(words):
    assert is_file_name(words)


@pytest.mark.parametrize("words", ["Torget en lördag", "Hamnen", "Karta över Kvarngatan 2026", "Plan, 3 våningar", "å", "🚲"])
def test_descriptions(words):
    assert not is_file_name(words, "hamnen.jpg")


@pytest.mark.parametrize("words", ["gc-vag-norra", "gc_vag_norra", "GC-vag-norra"])
def test_the_name_of_this_very_file(words):
    assert is_file_name(words, "original_images/gc-vag-norra.jpg")
    assert not is_file_name(words, "annan.jpg")


def test_a_text_has_the_description_in_place_of_a_name():
    image = SiteImage(title="IMG_2034", description="Torget", file="original_images/IMG_2034.jpg", width=9, height=9, collection_id=1)
    assert alternative(image, "IMG_2034") == "Torget"
    assert alternative(image, "IMG_2034.jpg") == "Torget"
    assert alternative(image, "Torget från norr") == "Torget från norr"
    assert alternative(image, "") == ""
    image.description = ""
    assert alternative(image, "IMG_2034") == ""
