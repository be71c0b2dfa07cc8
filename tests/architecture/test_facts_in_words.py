"""Limits told in words take their number from where it is set; a number written into a sentence would stay when the limit moves."""

import re

import polib
import pytest

from cms.catalogues import catalogues

NUMBER = r"\d[\d,]*|an?|two|three|four|five|six|seven|eight|nine|ten|fourteen|fifteen|twenty|thirty|sixty"
UNIT = "characters|letters|links|seconds|minutes|hours|days|weeks|codes|contributions"
TOLD = re.compile(rf"\b(?:{NUMBER}) (?:new |recovery )*(?:{UNIT})\b", re.IGNORECASE)
EXAMPLE = re.compile("“[^”]*”")


@pytest.mark.parametrize("catalogue", catalogues(), ids=lambda path: path.parts[-5])
def test_no_sentence_holds_the_number_of_a_limit(catalogue):
    words = [words for entry in polib.pofile(str(catalogue)) for words in (entry.msgid, entry.msgid_plural)]
    assert [sentence for sentence in words if TOLD.search(EXAMPLE.sub("", sentence))] == []


@pytest.mark.parametrize("sentence", ["At most 5,000 characters.", "None is due within thirty days.", "You get ten recovery codes."])
def test_such_a_sentence_is_seen(sentence):
    assert TOLD.search(sentence)
