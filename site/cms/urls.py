"""Addresses: the host's own, the plugins', then Wagtail's pages; Swedish at `/`, English at `/en/`."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from cms import views
from cms.accounts.views import admin_login
from cms.admin import session_views
from cms.admin.atomic_posts import atomic_posts
from cms.http.spoken_addresses import spoken
from cms.pages import routing
from cms.plugins import enabled_plugins
from cms.search import views as search_views
from cms.tenancy import urls as tenancy_urls
from cms.theme import views as theme_views

handler500 = "cms.http.busy.server_error"

urlpatterns = [
    path("admin/login/", admin_login),
    re_path("^admin/password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    path("admin/session/", session_views.session_state, name="admin_session"),
    path("admin/session/signed-in/", session_views.signed_in, name="admin_signed_in"),
    path("admin/", include(atomic_posts(tenancy_urls))),
    path("admin/", include(atomic_posts(wagtailadmin_urls))),
    path("_/health/", views.health, name="health"),
    path("_/site.css", theme_views.style_sheet, name="style_sheet"),
    path("_/typeface/<str:name>", theme_views.typeface, name="typeface"),
    path("_/health/worker/", views.worker_health, name="worker_health"),
    path("_/health/search/", search_views.health, name="search_health"),
    path("", include("cms.media.urls")),
    path("", include("cms.outbox.urls")),
    path("_/patterns/", include("cms.components.urls")),
]

urlpatterns += i18n_patterns(
    path("", include("cms.following.urls")),
    path("", include("cms.search.urls")),
    path(spoken("konto/", "account/"), include("cms.accounts.urls")),
    path(spoken("_/mina-uppgifter/", "_/my-data/"), include("cms.accounts.guest_urls")),
    *(path("", include(plugin.urls)) for plugin in enabled_plugins() if plugin.urls),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("", include(wagtail_urls.urlpatterns[:-1])),  # all but its last one, which serves pages
    re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve"),
    prefix_default_language=False,
)

if settings.DEBUG:
    from django.contrib.staticfiles.urls import staticfiles_urlpatterns

    urlpatterns = staticfiles_urlpatterns() + urlpatterns
