"""The form of a new page makes one page, however often it is sent."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cms.admin.kept_posts import OPENED_NEW
from tests import factories
from tests.participation.editing.forms import form_of

pytestmark = pytest.mark.django_db
As = Callable[[Any], Client]
JSON = {"Accept": "application/json"}
TITLE = "Belysning i parken"


@pytest.fixture
def client(cecilia: Any, client_of: As) -> Client:
    return client_of(cecilia)


@pytest.fixture
def url(site_tree: Any) -> str:
    return reverse("wagtailadmin_pages:add", args=["home", "standardpage", site_tree.front.pk])


def opened(client: Client, url: str, **changes: str) -> dict[str, Any]:
    form = form_of(client, url)
    for name, value in {"title": TITLE, "slug": "belysning", **changes}.items():
        form[name] = value
    return dict(form.lists())


def pages() -> int:
    return Page.objects.filter(title=TITLE).count()


def test_a_late_autosave_makes_no_second_draft(client: Client, url: str) -> None:
    form = opened(client, url)
    assert client.post(url, form).status_code == 302
    answer = client.post(url, form | {"slug": "belysning-2"}, headers=JSON)
    assert answer.status_code == 400 and answer.json()["error_code"] == "invalid_revision"
    assert pages() == 1


@pytest.mark.parametrize("headers", [{}, JSON])
def test_what_was_saved_is_told_and_the_text_kept(client: Client, url: str, headers: dict[str, str]) -> None:
    form = opened(client, url)
    client.post(url, form, headers=headers)
    answer = client.post(url, form | {"slug": "belysning-2", "introduction": "Var är det mörkt?"})
    html = BeautifulSoup(answer.content.decode(), "html.parser")
    assert (answer.status_code, pages()) == (409, 1)
    assert html.select_one("[name=introduction]").text.strip() == "Var är det mörkt?"
    page = Page.objects.get(title=TITLE)
    assert html.select_one(".messages .error a")["href"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    again = html.select_one(f"[name={OPENED_NEW}]")["value"]
    assert client.post(url, form | {"slug": "belysning-2", OPENED_NEW: again}).status_code == 302
    assert pages() == 2


def test_a_form_that_was_refused_keeps_its_key(client: Client, url: str) -> None:
    form = opened(client, url, title="")
    html = BeautifulSoup(client.post(url, form).content.decode(), "html.parser")
    assert html.select_one(f"[name={OPENED_NEW}]")["value"] == form[OPENED_NEW][0]


def test_two_opened_forms_make_two_pages(client: Client, url: str) -> None:
    for slug in ("belysning", "belysning-2"):
        assert client.post(url, opened(client, url, slug=slug)).status_code == 302
    assert pages() == 2


def test_a_form_made_by_hand_and_anothers_key_make_their_own(client: Client, url: str, client_of: As) -> None:
    form = opened(client, url)
    assert client.post(url, form).status_code == 302
    assert client_of(factories.UserFactory(admin=True)).post(url, form | {"slug": "belysning-2"}).status_code == 302
    assert client.post(url, form | {"slug": "belysning-3", OPENED_NEW: "påhittad"}).status_code == 302
    assert pages() == 3
