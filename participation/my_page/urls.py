"""Addresses of one's own things."""

from django.urls import URLPattern, path

from participation.my_page import views

urlpatterns: list[URLPattern] = [path("_/contributions/claim/", views.claim, name="claim")]
