"""Takes the place of `wagtail.users` in INSTALLED_APPS."""

from wagtail.users.apps import WagtailUsersAppConfig


class SiteUsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration with our forms."""

    user_viewset = "cms.accounts.user_admin.UserViewSet"
