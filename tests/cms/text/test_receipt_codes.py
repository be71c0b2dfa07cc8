"""Codes can be read aloud: read tolerantly, and no slip of one symbol is read as another code."""

from hypothesis import given
from hypothesis import strategies as st

from cms.text.receipt_codes import ALPHABET, LENGTH, check_symbol, new_code, read_code, show_code

bodies = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)
codes = bodies.map(lambda body: body + check_symbol(body))


@given(codes)
def test_a_code_is_read_as_it_is_shown(code):
    assert read_code(show_code(code)) == code
    assert len(show_code(code)) == LENGTH + 3


@given(codes, st.sampled_from([" ", "-", "\u00a0", "–", " - "]))
def test_case_and_separators_do_not_matter(code, separator):
    assert read_code(f"  {separator.join(code.lower())} ") == code


@given(codes)
def test_letters_that_look_like_digits_are_read_as_digits(code):
    assert read_code(code.replace("0", "O").replace("1", "l")) == code
    assert read_code(code.replace("0", "o").replace("1", "I")) == code


@given(codes, st.integers(0, LENGTH), st.sampled_from(ALPHABET))
def test_a_wrong_symbol_is_noticed(code, place, symbol):
    wrong = code[:place] + symbol + code[place + 1 :]
    assert read_code(wrong) == (code if wrong == code else None)


def test_nearly_every_swapped_pair_is_noticed():
    missed = [
        (first, second)
        for first in ALPHABET
        for second in ALPHABET
        if first != second and check_symbol("00000000" + first + second) == check_symbol("00000000" + second + first)
    ]
    assert len(missed) <= 2


@given(st.text(max_size=30))
def test_anything_may_be_typed(typed):
    found = read_code(typed)
    assert found is None or (len(found) == LENGTH + 1 and set(found) <= set(ALPHABET))


def test_new_codes_are_valid_and_differ():
    made = {new_code() for _ in range(200)}
    assert len(made) == 200
    assert all(read_code(code) == code for code in made)


def test_a_code_without_its_check_symbol_is_none():
    assert read_code("0123456789") is None
    assert read_code("") is None
