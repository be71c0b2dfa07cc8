"""Accounts at /konto/: one's own page and data, then allauth's views; none may be kept by a cache."""

from allauth.account.urls import urlpatterns as account_urls
from django.urls import include, path
from django.views.decorators.cache import never_cache
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.accounts import own_data_views as views
from cms.accounts.inviting.views import invitation
from cms.accounts.views import logged_in
from cms.http.spoken_addresses import spoken

urlpatterns = [
    path("", views.MyPage.as_view(), name="my_page"),
    path(spoken("mina-uppgifter/", "my-data/"), views.Export.as_view(), name="own_data"),
    path(spoken("radera/", "erase/"), views.Erase.as_view(), name="erase"),
    path(spoken("inloggad/", "logged-in/"), logged_in, name="logged_in"),
    *decorate_urlpatterns(
        [
            path(spoken("inbjudan/<str:token>/", "invitation/<str:token>/"), invitation, name="invitation"),
            *account_urls,
            path("2fa/", include("allauth.mfa.urls")),
        ],
        never_cache,
    ),
]
