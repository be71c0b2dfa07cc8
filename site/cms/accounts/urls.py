"""Accounts at /konto/: allauth's views, none of which may be kept by a cache."""

from allauth.account.urls import urlpatterns as account_urls
from django.urls import include, path
from django.views.decorators.cache import never_cache
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.accounts.inviting.views import invitation

urlpatterns = decorate_urlpatterns(
    [path("inbjudan/<str:token>/", invitation, name="invitation"), *account_urls, path("2fa/", include("allauth.mfa.urls"))], never_cache
)
