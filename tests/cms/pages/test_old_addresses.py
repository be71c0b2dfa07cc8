"""An old address leads to what stands elsewhere now, for those who may see it; never in a circle, never to a draft."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from cms.pages.old_addresses import is_safe_link
from home.models import StandardPage
from tests.factories import DialogueFactory, SiteTree, translated

pytestmark = pytest.mark.django_db


def redirect(old: str, to: Page | str, *, site: Site | None = None, permanent: bool = True, route: str = "") -> Redirect:
    target = {"redirect_link": to} if isinstance(to, str) else {"redirect_page": to, "redirect_page_route_path": route}
    return Redirect.objects.create(old_path=old, site=site, is_permanent=permanent, **target)


def standard(parent: Page, slug: str, *, live: bool = True) -> StandardPage:
    page = StandardPage(title=slug, slug=slug, live=live, locale=parent.locale)
    return Page.objects.get(pk=parent.pk).add_child(instance=page)


def rename(page: Page, slug: str, at_commit: Any) -> Any:
    """Publish a page under another slug, as the editor does."""
    page = Page.objects.get(pk=page.pk).specific
    page.slug = slug
    with at_commit(execute=True):
        page.save_revision().publish()
    return Page.objects.get(pk=page.pk).specific


def leads(address: str, client: Client | None = None, **extra: Any) -> str:
    """Where an address leads; nothing where it answers 404. What it leads to answers at once."""
    client = client or Client()
    response = client.get(address, **extra)
    if response.status_code == 404:
        return ""
    assert response.status_code in (301, 302), response.status_code
    assert "no-store" in response["Cache-Control"]
    location = response["Location"]
    if location.startswith("/"):
        assert client.get(location, **extra).status_code == 200
    return location


def wall(page: Page) -> Group:
    group = Group.objects.create(name="Inbjudna")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS).groups.add(group)
    return group


# Who may see what


@pytest.fixture
def at_commit(django_capture_on_commit_callbacks: Any) -> Any:
    return django_capture_on_commit_callbacks


def test_a_page_that_was_renamed_and_moved_twice_is_found(site_tree: SiteTree, at_commit: Any) -> None:
    page = standard(site_tree.front, "forsta")
    for slug in ("andra", "tredje"):
        page = rename(page, slug, at_commit)
    page.move(standard(site_tree.front, "hylla"), pos="last-child")
    for old in ("/forsta/", "/andra", "/tredje/"):
        assert leads(old) == "/hylla/tredje/"


def test_the_address_of_a_draft_is_told_to_nobody(site_tree: SiteTree, at_commit: Any) -> None:
    page = rename(standard(site_tree.front, "publik"), "hemlig-plan", at_commit)
    assert leads("/publik/") == "/hemlig-plan/"
    page.unpublish()
    response = Client().get("/publik/")
    assert response.status_code == 404 and "hemlig" not in response.content.decode()


def test_a_draft_that_was_moved_tells_nothing(site_tree: SiteTree) -> None:
    page = standard(site_tree.front, "utkast", live=False)
    page.move(standard(site_tree.front, "hylla"), pos="last-child")
    assert Redirect.objects.filter(old_path="/utkast").exists()
    assert leads("/utkast/") == ""


def test_what_lies_behind_a_wall_is_for_those_inside(site_tree: SiteTree, astrid: Any, client_of: Any) -> None:
    page = standard(site_tree.front, "hemligt")
    group = wall(page)
    redirect("/gammalt", page)
    redirect("/lank", "/hemligt/")
    below = standard(page, "bilaga")
    redirect("/gammalt/bilaga", below)
    for old in ("/gammalt/", "/lank/", "/gammalt/bilaga/"):
        assert leads(old) == "" == leads(old, client_of(astrid))
    astrid.groups.add(group)
    assert leads("/gammalt/", client_of(astrid)) == "/hemligt/" == leads("/lank/", client_of(astrid))
    assert leads("/gammalt/bilaga/", client_of(astrid)) == "/hemligt/bilaga/"


def test_a_page_whose_original_is_a_draft_is_told_to_nobody(site_tree: SiteTree) -> None:
    dialogue = DialogueFactory()
    english = translated(dialogue, slug="safe-way")
    redirect("/en/old", english)
    assert leads("/en/old/").startswith("/en/")
    dialogue.unpublish()
    assert leads("/en/old/") == ""


def test_a_page_that_stands_there_again_wins(site_tree: SiteTree) -> None:
    redirect("/om", standard(site_tree.front, "annat"))
    assert leads("/om/") == "/annat/"
    standard(site_tree.front, "om")
    assert Client().get("/om/").status_code == 200


def test_a_deleted_page_leaves_a_page_that_helps(site_tree: SiteTree) -> None:
    page = standard(site_tree.front, "borta")
    redirect("/gammal", page)
    Page.objects.get(pk=page.pk).delete()
    assert Client().get("/gammal/").status_code == 404


# Circles and chains


@pytest.mark.parametrize(
    "ways",
    [
        {"/a": "/a"},
        {"/a": "/A/"},
        {"/a": "/b", "/b": "/a"},
        {"/a": "/b", "/b": "/c", "/c": "/a/"},
        {"/a": "/a/b"},
        {"/a": "/b", "/b": "/a/b"},
        {"/a": "http://localhost/a/"},
        {"/a": "/b?x=1", "/b": "/a?y=2"},
        {"/a": "/en/a", "/en/a": "/a"},
        {"/a": "/namnder/x/", "/namnder/x": "/namnder/y/", "/namnder/y": "/a"},
        {f"/{number}": f"/{number + 1}" for number in range(30)} | {"/a": "/0"},
    ],
)
def test_nobody_is_sent_in_a_circle(site_tree: SiteTree, ways: dict[str, str]) -> None:
    for old, to in ways.items():
        redirect(old, to)
    assert leads("/a/") == "" == leads("/a/b/")


def test_a_redirect_to_a_draft_at_its_own_address_leads_nowhere(site_tree: SiteTree) -> None:
    redirect("/plan", standard(site_tree.front, "plan", live=False))
    assert leads("/plan/") == ""


def test_a_chain_is_followed_to_its_end_at_once(site_tree: SiteTree) -> None:
    page = standard(site_tree.front, "mal")
    redirect("/a", "/b")
    redirect("/b", "http://localhost/c/", permanent=False)
    redirect("/c", page)
    assert leads("/a/?x=1") == "/mal/?x=1"
    assert Client().get("/a/").status_code == 302


def test_a_way_through_a_draft_goes_on_from_its_address(site_tree: SiteTree) -> None:
    redirect("/a", standard(site_tree.front, "utkast", live=False))
    redirect("/utkast", standard(site_tree.front, "mal"))
    assert leads("/a/") == "/mal/"


def test_a_view_beside_the_pages_is_led_to(site_tree: SiteTree) -> None:
    redirect("/samradets-namnder", "/namnder/")
    assert leads("/samradets-namnder/") == "/namnder/"


# Query and what stands below


@pytest.mark.parametrize("below", ["", "atom/", "json/", "?sida=2", "atom/?amne=trafik"])
def test_query_and_sub_addresses_go_along(site_tree: SiteTree, below: str) -> None:
    redirect("/samrad", site_tree.index)
    assert leads(f"/samrad/{below}") == f"/dialoger/{below}"


def test_the_index_that_moved_keeps_its_feed_and_its_pages(site_tree: SiteTree, at_commit: Any) -> None:
    dialogue = DialogueFactory()
    old = dialogue.get_url()
    rename(site_tree.index, "samrad", at_commit)
    assert leads("/dialoger/atom/?x=1") == "/samrad/atom/?x=1"
    assert leads(old) == old.replace("/dialoger/", "/samrad/")


def test_a_draft_below_a_moved_page_is_found_once_it_is_published(site_tree: SiteTree, at_commit: Any) -> None:
    parent = standard(site_tree.front, "hylla")
    child = standard(parent, "barn", live=False)
    rename(parent, "nytt", at_commit)
    assert leads("/hylla/barn/") == ""
    Page.objects.get(pk=child.pk).specific.save_revision().publish()
    assert leads("/hylla/barn/") == "/nytt/barn/"


def test_what_a_page_does_not_serve_is_not_there(site_tree: SiteTree) -> None:
    redirect("/gammal", standard(site_tree.front, "ny"))
    assert leads("/gammal/") == "/ny/"
    assert leads("/gammal/finns-inte/") == ""


def test_a_route_that_a_page_serves_no_more_leads_to_the_page(site_tree: SiteTree) -> None:
    redirect("/flode", site_tree.index, route="/atom/")
    redirect("/rss", site_tree.index, route="/rss/")
    assert leads("/flode/") == "/dialoger/atom/"
    assert leads("/rss/") == "/dialoger/"


def test_a_query_may_be_part_of_the_old_address(site_tree: SiteTree) -> None:
    redirect("/artikel.aspx?id=5", standard(site_tree.front, "fem"))
    redirect("/artikel.aspx", standard(site_tree.front, "alla"))
    assert leads("/artikel.aspx?id=5") == "/fem/"
    assert leads("/artikel.aspx?id=6") == "/alla/?id=6"


def test_what_is_sent_to_an_old_address_goes_along_within_the_site_only(site_tree: SiteTree) -> None:
    redirect("/gammal", standard(site_tree.front, "ny"))
    redirect("/ute", "https://example.org/")
    assert Client().post("/gammal/", {"text": "hej"}).status_code == 308
    assert Client().post("/ute/", {"text": "hej"}).status_code == 404


# Sites and languages


def test_each_language_has_its_ways(site_tree: SiteTree) -> None:
    dialogue = DialogueFactory(slug="trygg-vag")
    english = translated(dialogue, slug="safe-way")
    redirect("/vag", dialogue)
    redirect("/en/way", english)
    redirect("/way", english)
    assert leads("/vag/") == dialogue.get_url()
    assert leads("/en/way/") == english.get_url() == leads("/way/")


@pytest.fixture
def second(site_tree: SiteTree) -> Site:
    front = Page.objects.get(depth=1).add_child(instance=Page(title="Ungdom", slug="ungdom", locale=site_tree.swedish))
    site = Site.objects.create(hostname="ungdom.example.org", port=80, root_page=front, site_name="Ungdom")
    Site.clear_site_root_paths_cache()
    return site


def test_every_site_has_its_own_ways(site_tree: SiteTree, second: Site, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    page = standard(site_tree.front, "mal")
    redirect("/a", page)
    redirect("/b", page, site=second)
    assert leads("/a/") == "/mal/"
    assert leads("/b/") == ""
    for old in ("/a/", "/b/"):
        assert leads(old, HTTP_HOST=second.hostname) == "http://localhost/mal/"


def test_a_link_to_another_site_of_the_installation_tells_no_draft(site_tree: SiteTree, second: Site) -> None:
    standard(second.root_page, "hemlig", live=False)
    standard(second.root_page, "oppen")
    redirect("/a", "http://ungdom.example.org/hemlig/")
    redirect("/b", "http://ungdom.example.org/oppen/")
    assert leads("/a/") == ""
    assert leads("/b/?x=1") == "http://ungdom.example.org/oppen/?x=1"


# Links outside


def test_a_link_outside_keeps_its_words_and_takes_the_query(site_tree: SiteTree) -> None:
    redirect("/tjanst", "https://example.org/form?id=3#del")
    assert leads("/tjanst/?x=1") == "https://example.org/form?id=3&x=1#del"
    assert leads("/tjanst/mer/") == ""


@pytest.mark.parametrize(
    ("link", "safe"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("/dialoger/", True),
        ("//example.org/", False),
        ("/\\example.org", False),
        ("javascript:alert(1)", False),
        ("ftp://example.org/", False),
        ("https://kommunen@example.org/", False),
        ("https://", False),
        ("dialoger/", False),
        ("https://[", False),
    ],
)
def test_only_links_that_show_where_they_lead_are_followed(site_tree: SiteTree, link: str, safe: bool) -> None:
    assert is_safe_link(link) == safe
    redirect("/a", link)
    assert safe or leads("/a/") == ""


def test_a_line_break_hides_no_second_address() -> None:
    assert not is_safe_link("https://example.org/\n")


# How it is written


@pytest.mark.parametrize("old", ["/Förskola", "/f%C3%B6rskola", "/FÖRSKOLA/", "/fo%CC%88rskola/", "/f%F6rskola", "/förskola?x=1"])
def test_an_address_is_known_however_it_is_written(site_tree: SiteTree, old: str) -> None:
    redirect("/förskola", standard(site_tree.front, "ny"))
    assert urlsplit(leads(old)).path == "/ny/"


@pytest.mark.parametrize(
    "stored", ["/filer/Protokoll 2019 å.pdf", "/filer/Protokoll%202019%20å.pdf", "/filer/Protokoll%202019%20%C3%A5.pdf"]
)
def test_an_old_file_leads_on(site_tree: SiteTree, stored: str) -> None:
    redirect(stored, standard(site_tree.front, "ny"))
    assert leads("/filer/Protokoll%202019%20%C3%A5.pdf") == "/ny/"


def test_capital_letters_lead_to_the_page(site_tree: SiteTree) -> None:
    assert leads("/Dialoger/?sida=2") == "/dialoger/?sida=2"
    standard(site_tree.front, "utkast", live=False)
    assert leads("/Utkast/") == ""


@pytest.mark.parametrize("address", ["/a%00b/", "/" + "a/" * 60, "/" + "å" * 300 + "/", "/%2F%2Fexample.org/", "/a/../b/", "/%E5/"])
def test_no_address_breaks_it(site_tree: SiteTree, address: str) -> None:
    redirect("/x", "/dialoger/")
    assert leads(address) == ""


def test_an_address_of_nothing_costs_one_question(site_tree: SiteTree, django_assert_max_num_queries: Any) -> None:
    Client().get("/finns-inte/")
    with django_assert_max_num_queries(25) as queries:
        Client().get("/finns-inte/")
    assert len([query for query in queries if "wagtailredirects" in query["sql"]]) == 1
