"""Addresses of the search."""

from django.urls import URLPattern, path

from cms.http.spoken_addresses import spoken
from cms.search import views

urlpatterns: list[URLPattern] = [
    path(spoken("sok/", "search/"), views.search, name="search"),
    path(spoken("_/sok/forslag/", "_/search/suggestions/"), views.suggest, name="search_suggest"),
]
