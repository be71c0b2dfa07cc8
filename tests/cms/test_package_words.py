"""No word of an installed package is without Swedish, in its pages and in its scripts."""

import json
import re
from pathlib import Path

import allauth
import polib
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from cms.package_words import english_words, lacking

NOT_HERE = re.compile(r"phone|username|^Note$", re.IGNORECASE)  # an account is an address, and nothing else
SHOWN = re.compile(r"^(?:\./)?(?:allauth/)?(?:account|mfa|core|templates/(?:account|mfa))/")
OFFICIALESE = re.compile(r"vänligen|autentiser|verifier|epost|[Dd]enna |initiera|återställningsk|\bmail\b")


def shown_of_allauth() -> set[str]:
    """The words of allauth's views of accounts and second factors, which stand on our pages and in our mails."""
    words = polib.pofile(str(Path(allauth.__file__).parent / "locale/sv/LC_MESSAGES/django.po"))
    return {
        entry.msgid
        for entry in words
        if any(SHOWN.match(file) for file, _line in entry.occurrences) and not NOT_HERE.search(entry.msgid) and not entry.obsolete
    }


def said_by_us() -> dict[str, str]:
    """Every word of the host's catalogues with its Swedish."""
    entries = [entry for folder in settings.LOCALE_PATHS for entry in polib.pofile(f"{folder}/sv/LC_MESSAGES/django.po")]
    return {entry.msgid: entry.msgstr or " ".join(entry.msgstr_plural.values()) for entry in entries}


def test_what_allauth_says_is_said_in_our_own_swedish() -> None:
    shown, ours = shown_of_allauth(), said_by_us()
    assert len(shown) > 150
    assert not shown - ours.keys()
    assert not {word: ours[word] for word in shown if OFFICIALESE.search(ours[word])}


def test_nothing_is_without_swedish() -> None:
    assert lacking() == {}


def test_the_words_of_packages_are_known_by_their_english() -> None:
    words = english_words()
    assert {"Autosave is paused", "A network error occurred", "Locked by"} <= words
    assert "System" in words and gettext("System") == "Systemet"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("catalogue", "swedish"),
    [
        ("wagtailadmin_javascript_catalog", "Ändringarna är sparade automatiskt."),
        ("wagtail_localize:javascript_catalog", "Avslutar synkad översättning"),
    ],
)
def test_scripts_are_given_our_words(site_tree: object, dag: object, client_of: object, catalogue: str, swedish: str) -> None:
    words = client_of(dag).get(reverse(catalogue)).content.decode()  # type: ignore[operator]
    assert swedish in words or json.dumps(swedish)[1:-1] in words
