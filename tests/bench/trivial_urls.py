"""The site's addresses and one more: a view that does nothing, behind the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from cms.urls import urlpatterns as site_urlpatterns


def trivial(request: HttpRequest) -> HttpResponse:
    """Nothing."""
    return HttpResponse("ok")


urlpatterns = [path("_/trivial/", trivial), *site_urlpatterns]
