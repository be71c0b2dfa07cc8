"""Addresses of bodies, promises, moderation and the short link."""

from django.urls import URLPattern, path

from participation.bodies import views

urlpatterns: list[URLPattern] = [
    path("namnder/", views.bodies, name="bodies"),
    path("namnder/<slug:slug>/", views.body, name="body"),
    path("loften/", views.promises, name="promises"),
    path("moderering/", views.moderation, name="moderation"),
    path("d/<int:pk>/", views.short_link, name="short_link"),
]
