"""No word of an installed package is without Swedish, in its pages and in its scripts."""

import json

import pytest
from django.urls import reverse
from django.utils.translation import gettext

from cms.package_words import english_words, lacking


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
