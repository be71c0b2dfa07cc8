"""Addresses of titles in any script."""

import pytest

from cms.text.slugs import OTHERWISE, free_slug, slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Träffpunkt Ön på Åsen", "traffpunkt-on-pa-asen"),
        ("Привет", "privet"),
        ("公園", "gongyuan"),
        ("مرحبا", "mrhb"),
        ("🌳", "deciduous_tree"),
        ("…", OTHERWISE),
        ("\u3164", OTHERWISE),
        ("", OTHERWISE),
        ("Torget\x0b2", "torget-2"),
        ("x" * 200, "x" * 80),
    ],
)
def test_a_slug(title, slug):
    assert slug_of(title, OTHERWISE) == slug


def test_thai_has_an_address():
    assert slug_of("สวนสาธารณะ", OTHERWISE) not in ("", OTHERWISE)


def test_two_of_them():
    assert free_slug("torget", {"torget", "torget-2"}.__contains__) == "torget-3"
