"""What every template knows: the front, the navigation, this page in each language, the statements at the foot."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from cms.context import edit_url_of, footer_links_of, front_of, house, identity_of, language_links_of, navigation_of
from tests.factories import DialogueFactory, UserFactory, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(site_tree: Any, rf: Any) -> Any:
    """A request of somebody unknown."""

    def ask(path: str = "/") -> Any:
        request = rf.get(path)
        request.user = AnonymousUser()
        return request

    return ask


def labels(links: list[dict[str, Any]]) -> list[str]:
    return [str(link["label"]) for link in links]


def test_the_front_is_in_the_readers_language_where_there_is_one(asked: Any, site_tree: Any) -> None:
    with translation.override("en"):
        assert front_of(asked()).pk == site_tree.front.pk
    english = translated(site_tree.front)
    with translation.override("en"):
        assert front_of(asked()).pk == english.pk
    assert front_of(asked()).pk == site_tree.front.pk


def test_the_navigation_holds_what_this_person_may_see_and_marks_where_one_is(asked: Any, site_tree: Any) -> None:
    inside = asked(site_tree.index.get_url() + "nagot/")
    (own,) = [link for link in navigation_of(inside) if link["label"] == "Dialoger"]
    assert own["current"] and not [link for link in navigation_of(asked()) if link["label"] == "Dialoger" and link["current"]]
    restriction = PageViewRestriction.objects.create(page=site_tree.index, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Inbjudna"))
    assert "Dialoger" not in labels(navigation_of(asked()))


def test_a_page_leads_to_itself_in_each_language_or_to_that_languages_front(asked: Any) -> None:
    page = DialogueFactory()
    request = asked(page.get_url())
    request.served_page = page
    assert [link["url"] for link in language_links_of(request)] == [page.get_url(), "/en/"]
    english = translated(page)
    request = asked(page.get_url())
    request.served_page = page
    links = language_links_of(request)
    assert [(link["url"], link["current"]) for link in links] == [(page.get_url(), True), (english.get_url(), False)]


def test_the_foot_leads_to_the_statements_that_were_chosen_in_the_readers_language(asked: Any, site_tree: Any) -> None:
    before = labels(footer_links_of(asked()))
    identity, page = identity_of(asked()), DialogueFactory(title="Så behandlar vi uppgifter")
    identity.privacy_page = page
    identity.save()
    english = translated(page)
    assert footer_links_of(asked())[0]["url"] == page.get_url() and len(footer_links_of(asked())) == len(before) + 1
    with translation.override("en"):
        first = footer_links_of(asked())[0]
    assert (first["label"], first["url"]) == ("Privacy", english.get_url())


def test_a_page_that_shows_none_of_it_asks_nothing(asked: Any, count_queries: Any) -> None:
    request = asked()
    assert count_queries(lambda: house(request)) == 0


def test_the_way_to_edit_is_for_those_who_may_and_in_no_cached_page(site_tree: Any, bo: Any, astrid: Any, client_of: Any) -> None:
    page = DialogueFactory()
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    other = UserFactory(staff=True)

    assert url in client_of(bo).get(page.get_url()).content.decode()
    for client in (Client(), client_of(astrid), client_of(other)):
        assert url not in client.get(page.get_url()).content.decode()
    assert url not in client_of(bo).get(site_tree.front.get_url()).content.decode()


def test_a_preview_has_what_the_checks_panel_needs_and_no_way_to_edit(site_tree: Any, bo: Any, client_of: Any) -> None:
    page, client = DialogueFactory(draft=True), client_of(bo)
    page.save_revision(user=bo)
    shown = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()

    assert "wagtail-userbar" in shown and "content-checker" in shown
    assert "wagtail-userbar" not in client.get(site_tree.front.get_url()).content.decode()


def test_a_request_without_a_page_has_no_way_to_edit(asked: Any) -> None:
    assert edit_url_of(asked()) == ""
