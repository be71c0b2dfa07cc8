"""Two spellings of one mailbox are one address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.text.addresses import canonical_address

SPELLINGS = [
    "astrid@example.org",
    " Astrid@Example.ORG ",
    "astrid@example.org.",
    "ast\u200brid@example.org",
    "astrid\u00ad@exam\u2060ple.org",
    "\ufeffastrid@example.org\u200f",
    "astrid\ufe0f@example.org\U000e0041",
    "astrid\u034f\u3164@example.org",
    "ａｓｔｒｉｄ＠ｅｘａｍｐｌｅ．ｏｒｇ",
    "astrid@example。org",
    "astrid@example｡org",
    "as\x00trid@example.org",
]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_one_mailbox(typed):
    assert canonical_address(typed) == "astrid@example.org"


@pytest.mark.parametrize(
    "typed", ["åsa@malmö.se", "A\u030asa@Malmö.SE", "åsa@xn--malm-8qa.se", "åsa@XN--MALM-8QA.se.", "åsa@malmo\u0308.se"]
)
def test_a_domain_with_letters_of_its_own(typed):
    assert canonical_address(typed) == "åsa@malmö.se"


@pytest.mark.parametrize(
    "typed", ["astrid+1@example.org", "a.strid@example.org", "astrid@example.com", "åstrid@example.org", "क्षत्रिय@example.org"]
)
def test_other_mailboxes_stay_others(typed):
    assert canonical_address(typed) == typed


@pytest.mark.parametrize("typed", ["", None, "astrid", "@", "a@", "a@..", "a@" + "x" * 80 + ".se"])
def test_what_is_no_address_breaks_nothing(typed):
    assert canonical_address(typed) == (typed or "").rstrip(".")


@given(st.text())
def test_twice_changes_nothing(typed):
    assert canonical_address(canonical_address(typed)) == canonical_address(typed)
