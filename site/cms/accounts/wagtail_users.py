"""Takes the place of `wagtail.users` in INSTALLED_APPS."""

from wagtail.users.apps import WagtailUsersAppConfig


class SiteUsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration with our forms."""

    user_viewset = "cms.accounts.user_admin.UserViewSet"

    def ready(self) -> None:
        super().ready()
        from django.contrib.auth.models import Group
        from wagtail.permissions import register_permission_policy

        from cms.accounts.granting import AccountPolicy, SuperusersOnly
        from cms.accounts.models import User

        register_permission_policy(User, AccountPolicy(User))
        register_permission_policy(Group, SuperusersOnly(Group))
