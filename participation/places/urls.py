"""Addresses of places."""

from django.urls import URLPattern, path

from participation.places import views

urlpatterns: list[URLPattern] = [
    path("orter/", views.places, name="places"),
    path("orter/<slug:slug>/", views.place, name="place"),
]
