"""What somebody typed as engines understand it: plain words in each language, phrases, codes, second chances."""

import pytest

from cms.search.analysis import keys
from cms.search.asking.question import MOST_CHARACTERS, MOST_WORDS, SOME_WORDS, Question, read_typed


def clauses(text: str, language: str = "sv", *, second_chance: bool = False) -> list[str]:
    return [clause.word for clause in read_typed(text).in_languages(second_chance=second_chance)[language].clauses]


def keys_of(text: str, *, second_chance: bool = False) -> set[str]:
    asked = read_typed(text).in_languages(second_chance=second_chance)["sv"]
    return {key for clause in asked.clauses for alternative in clause.alternatives for key in alternative.keys}


def test_stop_words_are_not_asked_for_and_a_language_of_nothing_else_is_left_out() -> None:
    assert clauses("skolan och badhuset") == ["skolan", "badhuset"]
    asked = read_typed("och").in_languages()
    assert "sv" not in asked and not read_typed("och").is_blank and read_typed(" \n").is_blank


@pytest.mark.parametrize(
    "text, was_cut", [("skola " * MOST_WORDS, False), ("skola " * (MOST_WORDS + 1), True), ("x" * (MOST_CHARACTERS + 1), True)]
)
def test_too_much_is_cut_and_told(text: str, was_cut: bool) -> None:
    typed = read_typed(text)
    assert typed.was_cut is was_cut and len(typed.words) <= MOST_WORDS and len(typed.text) <= MOST_CHARACTERS


def test_words_in_quotes_stand_in_their_order_and_one_word_is_no_phrase() -> None:
    (phrase,) = read_typed('"röda staketet" skola').in_languages()["sv"].phrases
    assert len(phrase) == 2
    assert read_typed("”staketet” skola").in_languages()["sv"].phrases == ()


def test_a_second_chance_asks_without_dots_and_for_parts_of_compounds() -> None:
    assert not any("~" in key for key in keys_of("vägbygge"))
    second = keys_of("övergångsställe", second_chance=True)
    assert any(key.startswith(keys.folded("sv", "overgang")) for key in second)


def test_a_code_is_asked_for_alike_in_every_language() -> None:
    asked = read_typed("TN 2024/17").in_languages()
    (swedish,), (english,) = asked["sv"].clauses, asked["en"].clauses
    assert swedish.alternatives == english.alternatives and swedish.alternatives[0].keys[0].startswith("#")


def test_corrected_words_stand_where_the_wrong_ones_stood() -> None:
    assert read_typed("ny skoola, tack").replaced({"skoola": "skola"}).text == "ny skola, tack"


def test_whoever_is_content_with_some_words_asks_for_the_longest() -> None:
    words = read_typed(" ".join(f"ord{'a' * number}" for number in range(1, SOME_WORDS + 3))).in_languages()["sv"]
    lengths = [len(clause.word) for clause in words.some().clauses]
    assert len(lengths) == SOME_WORDS and lengths == sorted(lengths, reverse=True)


def test_what_was_refused_adds_up() -> None:
    question = Question().excluding({1}, {"a"}).excluding({2}, set())
    assert (question.without, question.without_groups, question.has_words) == (frozenset({1, 2}), frozenset({"a"}), False)
