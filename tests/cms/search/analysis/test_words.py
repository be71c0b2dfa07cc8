"""The word level of the search: forms of a word meet in one term, other words keep apart."""

import pytest

from cms.search.analysis.words import fold, is_stop, stem, term_of, warm


@pytest.mark.parametrize(
    "forms",
    [
        "skola skolan skolor skolorna skolans",
        "gata gatan gator gatornas",
        "förslag förslaget förslagen förslagets",
        "medborgarförslag medborgarförslaget medborgarförslagen",
        "stad staden städer städerna",
        "bok boken böcker böckerna",
        "museum museet museer",
        "kris krisen kriser",
        "nämnd nämnden nämnders",
        "planera planerar planerade planerad planerat",
        "ung unga yngre",
        "trygghetsvandring trygghetsvandringar trygghetsvandringarnas",
    ],
)
def test_forms_of_a_word_share_a_term(forms: str) -> None:
    assert len({term_of(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("återkoppla", "återkoppling"), ("planera", "planering"), ("nämnd", "nämna"), ("tal", "tål"), ("för", "fors"), ("väg", "vägg")],
)
def test_different_words_keep_apart(one: str, other: str) -> None:
    assert term_of(one) != term_of(other)


@pytest.mark.parametrize("name", ["trelleborg", "smygehamn", "skegrie", "klagstorp", "skåre", "gylle", "åby"])
def test_place_names_lose_only_their_genitive(name: str) -> None:
    assert term_of(name) == term_of(f"{name}s") == name


def test_an_unknown_name_loses_its_genitive() -> None:
    assert term_of("qvarnbys") == term_of("qvarnby")


def test_english() -> None:
    assert term_of("children", "en") == term_of("child", "en")
    assert term_of("cities", "en") == term_of("city", "en")
    assert term_of("proposals", "en") == term_of("proposal", "en")


def test_other_languages_go_as_far_as_they_can() -> None:
    assert term_of("wohnungen", "de") == term_of("wohnung", "de")
    assert term_of("مدرسة", "ar") == term_of("مدرسة", "ar")
    assert stem("tlhingan", "tlh") == term_of("tlhingan", "tlh") == "tlhingan"


@pytest.mark.parametrize("word", ["och", "att", "det", "som"])
def test_swedish_stop_words(word: str) -> None:
    assert is_stop(word, "sv")
    assert not is_stop(word, "de")


@pytest.mark.parametrize(
    ("word", "language"),
    [(word, "sv") for word in ("inte", "ingen", "inget", "inga", "ej", "utan")] + [(word, "en") for word in ("no", "not", "without")],
)
def test_negations_are_searched_for(word: str, language: str) -> None:
    assert not is_stop(word, language)


def test_folding() -> None:
    assert fold("åäöéü") == "aaoeu"
    assert fold("smørrebrød") == "smorrebrod"
    assert fold("vag") == "vag"


def test_warming_twice_is_cheap() -> None:
    warm()
    warm()
    assert term_of.cache_info().maxsize == 100_000
