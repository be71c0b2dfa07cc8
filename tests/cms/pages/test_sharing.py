"""Other sites are told a page's one address and its languages; of what not everybody may see they are told nothing."""

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories import BodyFactory, DialogueFactory, translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


ROOT = "http://localhost"  # of the site, not of the request


def head(client: Client, address: str) -> str:
    return client.get(address).content.decode().partition("</head>")[0]


def canonical(html: str) -> list[str]:
    return re.findall(r'<link rel="canonical" href="([^"]+)"', html)


def languages(html: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', html))


def test_a_page_has_one_address_and_one_in_each_language(client: Client) -> None:
    dialogue = DialogueFactory()
    english = translated(dialogue)
    swedish = f"{ROOT}{dialogue.get_url()}"
    for page in (dialogue, english):
        html = head(client, page.get_url())
        assert canonical(html) == [f"{ROOT}{page.get_url()}"]
        assert languages(html) == {"sv": swedish, "en": f"{ROOT}{english.get_url()}", "x-default": swedish}


def test_a_page_in_one_language_names_no_other(client: Client) -> None:
    html = head(client, DialogueFactory().get_url())
    assert len(canonical(html)) == 1 and languages(html) == {}


def test_filters_are_the_list_and_its_second_page_is_not(client: Client) -> None:
    index = "/dialoger/"
    assert canonical(head(client, f"{index}?state=open")) == [f"{ROOT}{index}"]
    assert canonical(head(client, f"{index}?page=2&state=open")) == [f"{ROOT}{index}?page=2"]


def test_of_a_closed_page_nothing_is_told_to_those_who_may_see_it_either(client: Client, admin_client: Client) -> None:
    dialogue = DialogueFactory(question="En hemlig fråga?")
    PageViewRestriction.objects.create(page=dialogue, restriction_type="groups").groups.add(Group.objects.create(name="Några"))
    for reader in (client, admin_client):
        html = head(reader, dialogue.get_url())
        assert canonical(html) == [] and "og:" not in html


def test_a_public_address_that_is_no_page_of_wagtail_has_them_too(client: Client) -> None:
    body = BodyFactory()
    html = head(client, f"/namnder/{body.slug}/")
    assert canonical(html) and set(languages(html)) == {"sv", "en", "x-default"}


@pytest.mark.parametrize("address", ["/konto/login/", "/finns-inte/", "/sok/?q=skola"])
def test_other_answers_say_nothing(client: Client, address: str) -> None:
    assert "canonical" not in head(client, address) and "og:" not in head(client, address)
