"""Diary numbers and other codes in a running text."""

import pytest

from cms.search.analysis.codes import codes_in


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Beslut i KS 2022/206-3 och § 136.", ["#ks2022/206-3", "§136"]),
        ("Åren 2021-2023, den 2024-05-03 kl 12", []),
        ("KS 2023-05-03 § 136", ["§136"]),
        ("Lag (2018:1937)", ["#2018/1937"]),
        ("KS 2022/206, KS 2022/207", ["#ks2022/206", "#ks2022/207"]),
    ],
)
def test_codes_in_a_text(text, terms):
    assert [code.term for code in codes_in(text)] == terms
