"""Whole pages are kept for a few seconds, for visitors whom nobody knows; nothing personal is."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory
from django.utils.cache import patch_cache_control

from cms.http.caching import AnonymousPageCache

ADDRESS = "/dialoger/"


@pytest.fixture(autouse=True)
def five_seconds(settings):
    settings.PAGE_CACHE_SECONDS = 5


class Site:
    """Counts how often the site is asked behind the cache."""

    def __init__(self, make=None):
        self.asked = 0
        self.make = make or (lambda request: HttpResponse(f"page {self.asked}"))
        self.cache = AnonymousPageCache(self._answer)

    def _answer(self, request):
        self.asked += 1
        return self.make(request)

    def get(self, address=ADDRESS, cookies=None, **headers):
        request = RequestFactory().get(address, headers=headers)
        request.COOKIES.update(cookies or {})
        return self.cache(request)


def test_a_second_visitor_is_answered_from_the_cache():
    site = Site()
    assert site.get().content == site.get().content == b"page 1"
    assert site.asked == 1


def test_headers_are_kept():
    site = Site(lambda request: HttpResponse("x", headers={"Content-Language": "sv"}))
    site.get()
    assert site.get()["Content-Language"] == "sv"


@pytest.mark.parametrize("other", ["/en/dialoger/", "/dialoger/?sida=2", "/"])
def test_each_address_has_its_own_page(other):
    site = Site()
    site.get()
    site.get(other)
    assert site.asked == 2


def test_each_host_has_its_own_page(settings):
    site = Site()
    site.get(host="one.example.org")
    site.get(host="two.example.org")
    assert site.asked == 2


@pytest.mark.parametrize("cookie", ["sessionid", "messages"])
def test_somebody_known_is_answered_in_person(cookie):
    site = Site()
    site.get()
    site.get(cookies={cookie: "x"})
    assert site.asked == 2


def test_a_participants_cookie_changes_no_page():
    site = Site()
    site.get()
    site.get(cookies={"gensvar_participant": "x"})
    assert site.asked == 1


def test_htmx_is_answered_in_person():
    site = Site()
    site.get()
    site.get(hx_request="true")
    assert site.asked == 2


def test_a_post_is_answered_in_person():
    site = Site()
    site.get()
    site.cache(RequestFactory().post(ADDRESS))
    assert site.asked == 2


def no_store(request):
    response = HttpResponse("x")
    patch_cache_control(response, no_store=True)
    return response


def private(request):
    response = HttpResponse("x")
    patch_cache_control(response, private=True)
    return response


def with_cookie(request):
    response = HttpResponse("x")
    response.set_cookie("a", "b")
    return response


def with_old_token(request):
    """A visitor whose token cookie is known already gets a form without a new cookie."""
    request.META["CSRF_COOKIE"] = "x" * 32
    return HttpResponse(f'<input name="csrfmiddlewaretoken" value="{get_token(request)}">')


@pytest.mark.parametrize(
    "answer",
    [
        no_store,
        private,
        with_cookie,
        with_old_token,
        lambda request: HttpResponse("x", status=404),
        lambda request: HttpResponse("x", status=302),
        lambda request: StreamingHttpResponse(["x"]),
    ],
)
def test_what_is_personal_or_no_whole_page_is_not_kept(answer):
    site = Site(answer)
    site.get()
    site.get()
    assert site.asked == 2


def test_it_can_be_switched_off(settings):
    settings.PAGE_CACHE_SECONDS = 0
    site = Site()
    site.get()
    site.get()
    assert site.asked == 2


def test_browsers_ask_again():
    response = Site().get()
    assert "no-cache" in response["Cache-Control"]
    assert "Cookie" in response["Vary"]


def test_a_view_that_says_more_is_left_alone():
    def public(request):
        return HttpResponse("x", headers={"Cache-Control": "public, max-age=3600"})

    assert Site(public).get()["Cache-Control"] == "public, max-age=3600"


@pytest.mark.django_db
def test_a_page_is_kept_through_all_middleware(client, site_tree, count_queries):
    def visit():
        assert client.get(site_tree.front.url).status_code == 200

    visit()
    assert count_queries(visit) == 0
