"""Addresses of places."""

from django.urls import URLPattern, path

from cms.http.spoken_addresses import spoken
from participation.places import views

urlpatterns: list[URLPattern] = [
    path(spoken("orter/", "places/"), views.places, name="places"),
    path(spoken("orter/<slug:slug>/", "places/<slug:slug>/"), views.place, name="place"),
]
