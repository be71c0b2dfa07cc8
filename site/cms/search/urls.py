"""Addresses of the search."""

from django.urls import URLPattern, path

from cms.search import views

urlpatterns: list[URLPattern] = [
    path("sok/", views.search, name="search"),
    path("_/sok/forslag/", views.suggest, name="search_suggest"),
]
