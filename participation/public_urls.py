"""Addresses of bodies, promises, moderation and the short link."""

from django.urls import URLPattern, path

from participation import public_views

urlpatterns: list[URLPattern] = [
    path("namnder/", public_views.bodies, name="bodies"),
    path("namnder/<slug:slug>/", public_views.body, name="body"),
    path("loften/", public_views.promises, name="promises"),
    path("moderering/", public_views.moderation, name="moderation"),
    path("d/<int:pk>/", public_views.short_link, name="short_link"),
]
