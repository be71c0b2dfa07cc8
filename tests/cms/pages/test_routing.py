"""A page is found by its address at once, and Wagtail keeps what is not understood here."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.http import HttpRequest
from django.test import Client, RequestFactory
from wagtail.models import Page, PageViewRestriction

from cms.pages.routing import find_page
from tests.factories import DialogueFactory, OutcomeFactory, SiteTree, translated


def request_for(address: str) -> HttpRequest:
    request = RequestFactory().get(address)
    request.user = AnonymousUser()
    return request


def found(address: str) -> Any:
    request = request_for(address)
    find_page(request, address)
    route = getattr(request, "_wagtail_route_for_request", None)
    return route.page if route else None


def test_finds_the_page_as_its_type_with_the_pages_above(site_tree: SiteTree) -> None:
    page = DialogueFactory()
    assert found(page.get_url()) == page
    assert [above.pk for above in found(page.get_url()).pages_above] == [site_tree.front.pk, site_tree.index.pk, site_tree.section.pk]


def test_finds_what_wagtail_finds(site_tree: SiteTree) -> None:
    dialogue = DialogueFactory(closed=True)
    outcome = OutcomeFactory(dialogue=dialogue)
    for page in (dialogue, outcome, site_tree.section):
        assert found(page.get_url()) == Page.find_for_request(request_for(page.get_url()), page.get_url())


@pytest.mark.parametrize("address", ["/", "/dialoger/", "/dialoger/atom/", "/dialoger/json/", "/dialoger/nothing/", "/nothing/at/all/"])
def test_leaves_the_front_lists_and_what_is_not_there_to_wagtail(site_tree: SiteTree, address: str) -> None:
    assert found(address) is None


def test_a_draft_is_not_there(site_tree: SiteTree) -> None:
    page = DialogueFactory(draft=True)
    assert found(page.get_url()) is None
    assert Client().get(page.get_url()).status_code == 404


def test_a_dialogue_named_as_the_feed_does_not_take_its_address(site_tree: SiteTree) -> None:
    Page.objects.filter(pk=site_tree.section.pk).update(slug="atom", url_path=f"{site_tree.index.url_path}atom/")
    assert Client().get("/dialoger/atom/")["Content-Type"].startswith("application/atom+xml")


def test_english_pages_are_found_below_the_english_front(site_tree: SiteTree) -> None:
    page = translated(DialogueFactory(), title="Safe way", slug="safe-way")
    response = Client().get(page.get_url())
    assert response.status_code == 200 and page.get_url().startswith("/en/")
    assert b"Safe way" in response.content or b"safe" in response.content.lower()


def test_a_restriction_above_holds(site_tree: SiteTree, astrid: Any, client_of: Callable[[Any], Client]) -> None:
    page = DialogueFactory()
    restriction = PageViewRestriction.objects.create(page=site_tree.section.page_ptr, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Inne"))
    assert Client().get(page.get_url()).status_code == 302
    assert client_of(astrid).get(page.get_url()).status_code == 404
