"""Addresses of bodies and promises."""

from django.urls import URLPattern, path

from participation.bodies import views

urlpatterns: list[URLPattern] = [
    path("namnder/", views.bodies, name="bodies"),
    path("namnder/<slug:slug>/", views.body, name="body"),
    path("loften/", views.promises, name="promises"),
]
