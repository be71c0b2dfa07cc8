"""Addresses of the outbox in the admin, and its entry in the menu."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from cms.outbox import admin_views as views

patterns = [
    path("", views.OutboxView.as_view(), name="outbox"),
    path("try-again/", views.TryAgainView.as_view(), name="try_all_again"),
    path("<int:pk>/try-again/", views.TryAgainView.as_view(), name="try_again"),
]


class OutboxMenuItem(MenuItem):
    """Shown to whoever may try a job again."""

    def is_shown(self, request: HttpRequest) -> bool:
        return views.POLICY.user_has_permission(request.user, "change")


def admin_urls() -> list[URLResolver]:
    """For Wagtail's hook."""
    return [path("outbox/", include((patterns, views.NAMESPACE)))]


def menu_item() -> MenuItem:
    """The entry below "Settings"."""
    return OutboxMenuItem(_("Outbox"), reverse(f"{views.NAMESPACE}:outbox"), name="outbox", icon_name="mail", order=900)
