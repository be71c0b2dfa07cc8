"""Public addresses of participation, package by package."""

from importlib import import_module

from django.urls import URLPattern, URLResolver

app_name = "participation"

PACKAGES = ("bodies", "contributions", "dialogues", "moderation", "my_page", "places", "receipts", "sharing", "taking_part")

urlpatterns: list[URLPattern | URLResolver] = [
    pattern for package in PACKAGES for pattern in import_module(f"participation.{package}.urls").urlpatterns
]
