"""Swedish is complete in every commit: nothing empty, nothing fuzzy, no placeholder lost."""

import re
import shutil
from typing import Any

import polib
import pytest
from django.utils.translation import gettext

from cms.catalogues import catalogues, missing_words

PLACEHOLDER = re.compile(r"%\(\w+\)(?:\.\d+)?[sdf]|\{\w+\}|%[sd]")


@pytest.mark.parametrize("path", catalogues(), ids=str)
def test_nothing_is_empty_or_fuzzy(path):
    catalogue = polib.pofile(str(path))
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
    assert not catalogue.metadata_is_fuzzy


@pytest.mark.parametrize("path", catalogues(), ids=str)
def test_each_word_stands_once(path):
    words = [(entry.msgid, entry.msgctxt) for entry in polib.pofile(str(path))]
    assert [word for word in set(words) if words.count(word) > 1] == []


@pytest.mark.parametrize("path", catalogues(), ids=str)
def test_placeholders_are_kept(path):
    for entry in polib.pofile(str(path)):
        said = [*entry.msgstr_plural.values()] if entry.msgid_plural else [entry.msgstr]
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for text in said:
            assert set(PLACEHOLDER.findall(text)) <= wanted | set(PLACEHOLDER.findall(entry.msgid)), entry.msgid


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="needs GNU gettext")
def test_there_is_nothing_new_to_extract():
    assert missing_words() == {}


def test_reports_of_wagtail_keep_their_name(db: Any) -> None:
    assert gettext("Reports") == "Rapporter"


def test_what_people_give_is_called_by_one_word():
    """A contribution is "synpunkt" on every screen: never "kommentar" (a note among staff), "inlägg" or "bidrag" (a grant)."""
    other = re.compile(r"\b(?:kommentar|inlägg|bidrag|gilla)", re.IGNORECASE)
    among_staff = {"Comment", "No comment was written; ask the reviewer."}
    said = {
        entry.msgid: text
        for path in catalogues()
        if "locale_of_packages" not in str(path)
        for entry in polib.pofile(str(path))
        for text in [entry.msgstr, *entry.msgstr_plural.values()]
        if other.search(text) and entry.msgid not in among_staff
    }
    assert not said
