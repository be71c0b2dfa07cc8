"""The parts of Swedish compounds: all that are meant, and none that are not."""

import pytest

from cms.search.analysis.compounds import parts_of
from cms.search.analysis.words import term_of


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("cykelvägarna", "cykel väg"),
        ("äldreomsorgens", "äldre omsorg"),
        ("medborgarförslaget", "medborgare förslag"),
        ("trygghetsvandringar", "trygghet vandring"),
        ("skolvägen", "skola väg"),
        ("gångbana", "gång bana"),
        ("gatubelysningen", "gata belysning"),
        ("kyrkogården", "kyrka gård"),
        ("glasskål", "glass skål"),
        ("busshållplats", "buss hållplats"),
        ("valnämnden", "val nämnd"),
        ("elbilar", "el bil"),
        ("cykel-väg", "cykel väg"),
        ("barnomsorgsplats", "barn omsorg plats barnomsorg"),
    ],
)
def test_compounds_are_found_by_their_parts(compound: str, parts: str) -> None:
    assert {term_of(part) for part in parts.split()} <= set(parts_of(compound))


@pytest.mark.parametrize(
    "word",
    [
        "framtid",
        "framtiden",
        "rapporten",
        "kommunen",
        "synpunkter",
        "fotboll",
        "samhället",
        "tillsammans",
        "presentera",
        "balansera",
        "förslaget",
        "beslut",
        "området",
        "arbete",
        "möjligheter",
        "verksamheten",
        "förvaltning",
        "nämnden",
        "transporter",
        "polisen",
        "sjukdomar",
        "ekonomiska",
        "trelleborg",
        "minnesberg",
    ],
)
def test_other_words_stay_whole(word: str) -> None:
    assert parts_of(word) == ()


def test_only_swedish_is_taken_apart() -> None:
    assert parts_of("cykelväg", "en") == ()


def test_inflected_compounds_have_the_same_parts() -> None:
    assert parts_of("cykelväg") == parts_of("cykelvägens") == parts_of("cykelvägarnas")


@pytest.mark.parametrize("word", ["", "-", "å", "--", "ss", "sss", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "xyzzyplugh"])
def test_nonsense_has_no_parts(word: str) -> None:
    assert parts_of(word) == ()
