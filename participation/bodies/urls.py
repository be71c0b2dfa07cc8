"""Addresses of bodies and promises."""

from django.urls import URLPattern, path

from cms.http.spoken_addresses import spoken
from participation.bodies import views

urlpatterns: list[URLPattern] = [
    path(spoken("namnder/", "committees/"), views.bodies, name="bodies"),
    path(spoken("namnder/<slug:slug>/", "committees/<slug:slug>/"), views.body, name="body"),
    path(spoken("loften/", "promises/"), views.promises, name="promises"),
]
