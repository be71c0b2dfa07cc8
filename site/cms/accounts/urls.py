"""Accounts at /konto/: allauth's views, none of which may be kept by a cache."""

from allauth.account.urls import urlpatterns as account_urls
from django.views.decorators.cache import never_cache
from wagtail.utils.urlpatterns import decorate_urlpatterns

urlpatterns = decorate_urlpatterns(list(account_urls), never_cache)
