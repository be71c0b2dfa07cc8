from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowingConfig(AppConfig):
    """Who follows what, and what they are told."""

    name = "cms.following"
    label = "cms_following"
    verbose_name = _("Following")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from allauth.account.signals import email_confirmed

        from cms.following import housekeeping, personal_data

        housekeeping.register()
        personal_data.register()
        email_confirmed.connect(address_confirmed, dispatch_uid="following_address_confirmed")


def address_confirmed(email_address: Any, **kwargs: Any) -> None:
    """What an address followed is the account's from now on."""
    from cms.following.followers import follower_for_user
    from cms.following.models import Follower
    from cms.text.addresses import canonical_address

    if Follower.objects.filter(address=canonical_address(email_address.email)).exists():
        follower_for_user(email_address.user)
