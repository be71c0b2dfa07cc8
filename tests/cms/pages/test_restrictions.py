"""What stands below a closed page is not there for those outside, whether it exists or not."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.test import Client
from wagtail.models import PageViewRestriction

from cms.pages.restrictions import passes, restrictions_above
from tests.factories import DialogueFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def invited() -> Group:
    return Group.objects.create(name="Inbjudna")


@pytest.fixture
def page(invited: Group) -> Any:
    """A dialogue that only those invited may see."""
    page = DialogueFactory(title="Hemlig hamnplan")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(invited)
    return page


def test_an_outsider_learns_nothing_of_what_exists_there(page: Any, astrid: Any, client_of: Any) -> None:
    there, nowhere = page.get_url(), f"{page.get_url()}finns-inte/"
    for url in (there, nowhere):
        answer = Client().get(url)
        assert answer.status_code == 302 and answer.url.startswith("/konto/login/")
        assert client_of(astrid).get(url).status_code == 404


def test_who_was_invited_comes_in_and_no_cache_keeps_the_page(page: Any, astrid: Any, invited: Group, client_of: Any) -> None:
    astrid.groups.add(invited)
    answer = client_of(astrid).get(page.get_url())
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    assert "no-store" in Client().get(page.get_url())["Cache-Control"]


def test_an_account_alone_opens_nothing(page: Any, astrid: Any) -> None:
    by_login = PageViewRestriction(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert not passes(by_login, astrid) and not passes(by_login, AnonymousUser())
    assert passes(by_login, UserFactory(admin=True))


def test_a_closed_front_does_not_close_the_login(site_tree: Any, invited: Group) -> None:
    restriction = PageViewRestriction.objects.create(page=site_tree.front, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(invited)
    assert Client().get("/konto/login/").status_code == 200
    assert Client().get(site_tree.section.get_url()).status_code == 302


def test_an_address_beside_a_closed_page_is_open(page: Any, rf: Any) -> None:
    beside = DialogueFactory()
    assert restrictions_above(rf.get(page.get_url())) and not restrictions_above(rf.get(beside.get_url()))
    assert not restrictions_above(rf.get(f"{page.get_url().rstrip('/')}-2/")), "a longer name is another page"
