"""What a character may do: breaks are breaks, controls nothing, the invisible stays where a script needs it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.text.characters import GENERAL_MARKS_MAX, MARKS_MAX, clean_line, clean_lines, clean_link, has_letter, shows_something, trimmed

ALL = st.text(alphabet=st.characters(codec=None, categories=None))  # halves of a pair too


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_line_breaks_of_any_kind(ending):
    assert clean_lines(f"ett{ending}två") == "ett\ntvå"
    assert clean_line(f"ett{ending}två") == "ett två"


@pytest.mark.parametrize(
    "nothing",
    [
        "\x00",
        "\x1b",
        "\x7f",
        "\x80",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ud800",
        "\ufdd0",
        "\uffff",
        "\U0001ffff",
        "\u2060",
        "\u3164",
        "\ufff9",
    ],
)
def test_what_is_nothing(nothing):
    assert clean_lines(f"e{nothing}tt") == clean_line(f"e{nothing}tt") == "ett"


@pytest.mark.parametrize("invisible", ["\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\ufe0f", "\U000e0041", "\U000e0100"])
def test_what_is_invisible_among_latin_letters(invisible):
    assert clean_line(f"Å{invisible}sa") == clean_lines(f"{invisible}Åsa{invisible}") == "Åsa"


def test_a_hyphen_that_hides_stays_in_texts_only():
    assert clean_lines("kommun\u00adfullmäktige") == "kommun\u00adfullmäktige"
    assert clean_line("kommun\u00adfullmäktige") == "kommunfullmäktige"


@pytest.mark.parametrize(
    "text",
    [
        "Tiếng Việt: Nguyễn Thị Hồng",
        "น้ำที่นี่ดื่มได้",
        "ที่\u200bนี่",
        "السَّلَامُ عَلَيْكُمْ",
        "می\u200cخواهم",
        "\u200fעברית (1)",
        "בְּרֵאשִׁ֖ית בָּרָ֣א",
        "क्षत्रिय किं\u200dतु",
        "ന്\u200d",
        "မြန်မာစာ မြို့",
        "བོད་སྐད་",
        "👩\u200d👧 ❤️ 1\ufe0f\u20e3 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "葛\U000e0100城市",
        "ɔ̃̀",
    ],
)
def test_no_script_is_hurt(text):
    assert clean_line(text) == clean_lines(text) == trimmed(text) == unicodedata.normalize("NFC", text)


def test_marks_on_a_letter_are_bounded():
    assert len(clean_line("Z" + "\u0335\u0301\u0489" * 48 + "a")) <= 2 + MARKS_MAX
    covered = clean_line("e" + "\u0316" * 144 + "x\u0e35" + "\u0e48" * 144)
    assert len(covered) <= 2 + GENERAL_MARKS_MAX + MARKS_MAX


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u200b\u200d", "\u0301\u0302", "\u2800", "\u3164", "\u00ad", "\ue000"])
def test_what_shows_nothing(blank):
    assert not shows_something(blank)
    assert trimmed(clean_line(blank)) == ""


def test_marks_have_a_letter_to_stand_on():
    assert trimmed(" \u0301\u0302 Åsa\u0301 ") == "Åsa\u0301"


def test_what_is_a_name():
    assert all(map(has_letter, ["Åsa", "李", "1b", "ก"]))
    assert not any(map(has_letter, ["", "🌻", "…", "\u0301", "\u2800"]))


def test_a_link_has_no_breaks_and_nothing_invisible():
    assert clean_link("https://exam\u200bple.org/\u00ada\u202eb\u2060") == "https://example.org/ab"


@given(ALL)
def test_cleaning_twice_changes_nothing(text):
    for clean in (clean_lines, clean_line, lambda text: trimmed(clean_lines(text)), lambda text: trimmed(clean_line(text))):
        assert clean(clean(text)) == clean(text)


@given(ALL)
def test_nothing_that_xml_or_a_database_refuses_is_left(text):
    kept = clean_lines(text)
    kept.encode()
    assert not [sign for sign in kept if unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\t\n"]
    assert "\n" not in clean_line(text)
