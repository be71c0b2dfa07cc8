"""A language that somebody's browser names is stored only if the site has it."""

import pytest

from cms.text.languages import known_language


@pytest.mark.parametrize(("code", "kept"), [("sv", "sv"), ("en", "en"), ("tlh", "sv"), ("", "sv")])
def test_a_language_that_the_site_lacks_becomes_its_first_one(code, kept):
    assert known_language(code) == kept
