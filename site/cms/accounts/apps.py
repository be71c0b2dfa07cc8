from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, participants and the staff group."""

    name = "cms.accounts"
    label = "cms_accounts"
    verbose_name = "Accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.accounts import mails, own_entries

        own_entries.register()
        mails.register()
