"""Text goes out compressed to those who can read it, and the cache never hands it to others."""

import gzip

import pytest
from django.http import FileResponse, HttpRequest, HttpResponse
from django.test import RequestFactory

from cms.http.caching import AnonymousPageCache
from cms.http.compression import CompressText

LONG = "Hur ska barn komma tryggt till skolan? " * 20


def answer(accepts: str, view=None):
    middleware = CompressText(AnonymousPageCache(view or page))
    return middleware(RequestFactory().get("/dialoger/", headers={"accept-encoding": accepts}))


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(LONG)


@pytest.fixture(params=[0, 5], ids=["uncached", "cached"], autouse=True)
def cache_seconds(request, settings):
    settings.PAGE_CACHE_SECONDS = request.param


def test_a_page_is_compressed_for_browsers_that_read_it():
    response = answer("gzip, br")
    assert response["Content-Encoding"] == "gzip" and "Accept-Encoding" in response["Vary"]
    assert gzip.decompress(response.content).decode() == LONG
    assert len(response.content) == int(response["Content-Length"]) < len(LONG)


@pytest.mark.parametrize("order", [("gzip", ""), ("", "gzip")])
def test_each_visitor_gets_what_can_be_read(order):
    answers = {accepts: answer(accepts) for accepts in order}
    assert "Content-Encoding" not in answers[""] and answers[""].content.decode() == LONG
    assert answers["gzip"]["Content-Encoding"] == "gzip"


def test_from_the_cache_it_is_the_same():
    assert gzip.decompress(answer("gzip").content) == gzip.decompress(answer("gzip").content)


def test_a_form_is_compressed_and_not_kept():
    asked = []

    def form(request):
        asked.append(request)
        return HttpResponse(f'<input name="csrfmiddlewaretoken">{LONG}')

    assert [answer("gzip", form)["Content-Encoding"] for _ in range(2)] == ["gzip", "gzip"]
    assert len(asked) == 2


def test_images_and_files_stay_as_they_are(tmp_path):
    (tmp_path / "map.webp").write_bytes(b"x" * 1000)
    response = answer("gzip", lambda request: FileResponse((tmp_path / "map.webp").open("rb")))
    assert "Content-Encoding" not in response
    assert "Content-Encoding" not in answer("gzip", lambda request: HttpResponse(b"x" * 1000, content_type="image/webp"))
