"""What a form of a redirect refuses, in words; and the way from one site to another."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from tests.cms.pages.test_old_addresses import leads, redirect, standard
from tests.factories import SiteTree, UserFactory

pytestmark = pytest.mark.django_db

ADD = reverse("wagtailredirects:add")


@pytest.fixture
def admin(site_tree: SiteTree, client_of: Any) -> Client:
    return client_of(UserFactory(admin=True))


def form(old: str, link: str = "", page: Page | None = None) -> dict[str, str]:
    return {"old_path": old, "redirect_link": link, "redirect_page": str(page.pk) if page else "", "is_permanent": "on", "site": ""}


def refused(client: Client, fields: dict[str, str], address: str = ADD) -> dict[str, list[str]]:
    response = client.post(address, fields)
    assert response.status_code == 200, "it was stored"
    assert fields["old_path"] in response.content.decode(), "what was written is still there"
    return dict(response.context["form"].errors)


def test_a_redirect_is_stored(admin: Client, site_tree: SiteTree) -> None:
    page = standard(site_tree.front, "ny")
    assert admin.post(ADD, form("/gammal/", page=page)).status_code == 302
    assert admin.post(ADD, form("/ute/", "https://example.org/")).status_code == 302
    assert leads("/gammal/") == "/ny/"


def test_it_leads_somewhere(admin: Client) -> None:
    assert list(refused(admin, form("/gammal/"))) == ["redirect_link"]


@pytest.mark.parametrize(
    "link", ["http://localhost/gammal/", "http://localhost/GAMMAL", "http://localhost/gammal/?x=1", "http://localhost/gammal/a/"]
)
def test_it_does_not_lead_to_itself(admin: Client, link: str) -> None:
    assert "cirkel" in refused(admin, form("/gammal/", link))["redirect_link"][0]


def test_it_does_not_lead_to_the_page_that_stands_there(admin: Client, site_tree: SiteTree) -> None:
    for live in (True, False):
        page = standard(site_tree.front, f"plan-{live}".lower(), live=live)
        assert "cirkel" in refused(admin, form(f"/{page.slug}/", page=page))["redirect_page"][0]


def test_several_together_run_in_no_circle(admin: Client) -> None:
    redirect("/a", "http://localhost/b/")
    redirect("/b", "/c/")
    assert "cirkel" in refused(admin, form("/c/", "http://localhost/a/"))["redirect_link"][0]
    assert admin.post(ADD, form("/d/", "http://localhost/a/")).status_code == 302


def test_a_change_is_asked_too(admin: Client) -> None:
    first, second = redirect("/a", "http://localhost/b/"), redirect("/b", "https://example.org/")
    address = reverse("wagtailredirects:edit", args=[second.pk])
    assert refused(admin, form("/b", "http://localhost/a/"), address)
    assert admin.post(reverse("wagtailredirects:edit", args=[first.pk]), form("/a", "http://localhost/b/")).status_code == 302


def test_a_circle_that_a_page_ends_is_none(admin: Client, site_tree: SiteTree) -> None:
    redirect("/ny", "http://localhost/gammal/")
    assert admin.post(ADD, form("/gammal/", page=standard(site_tree.front, "ny"))).status_code == 302


@pytest.mark.parametrize("link", ["ftp://example.org/a", "https://kommunen:hemligt@example.org/"])
def test_an_address_shows_where_it_leads(admin: Client, link: str) -> None:
    assert "https://" in refused(admin, form("/gammal/", link))["redirect_link"][0]


def test_an_import_is_asked_too(admin: Client) -> None:
    file = SimpleUploadedFile("redirects.csv", b"from,to\n/a,http://localhost/a/\n/b,https://example.org/\n", "text/csv")
    page = admin.post(reverse("wagtailredirects:start_import"), {"import_file": file})
    hidden = {name: page.context["form"][name].value() for name in ("import_file_name", "input_format")}
    response = admin.post(
        reverse("wagtailredirects:process_import"), {**hidden, "from_index": "0", "to_index": "1", "permanent": "on", "site": ""}
    )
    assert response.status_code == 200
    assert list(Redirect.objects.values_list("old_path", flat=True)) == ["/b"]


def test_a_page_that_moves_to_another_site_keeps_its_way(site_tree: SiteTree) -> None:
    front = Page.objects.get(depth=1).add_child(instance=Page(title="Ungdom", slug="ungdom", locale=site_tree.swedish))
    Site.objects.create(hostname="ungdom.example.org", port=80, root_page=front, site_name="Ungdom")
    Site.clear_site_root_paths_cache()
    page = standard(site_tree.front, "flyttar")
    standard(page, "barn")
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=front.pk), pos="last-child")
    assert leads("/flyttar/") == "http://ungdom.example.org/flyttar/"
    assert leads("/flyttar/barn/") == "http://ungdom.example.org/flyttar/barn/"
