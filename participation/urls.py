"""Addresses of participation: bodies and promises, receipts, and what can be done with a contribution."""

from django.urls import URLPattern, URLResolver

from participation.bodies import urls
from participation.contributions import urls as contribution_urls
from participation.my_page import urls as own_urls

app_name = "participation"

urlpatterns: list[URLPattern | URLResolver] = [*urls.urlpatterns, *contribution_urls.urlpatterns, *own_urls.urlpatterns]
