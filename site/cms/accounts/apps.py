from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, participants and the staff group."""

    name = "cms.accounts"
    label = "cms_accounts"
    verbose_name = "Accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added

        from cms.accounts import erasure, mails, own_entries
        from cms.accounts.inviting import entries
        from cms.accounts.second_factor import remember_new_factor

        own_entries.register()
        erasure.register()
        mails.register()
        entries.register()
        authenticator_added.connect(remember_new_factor, dispatch_uid="cms_accounts_new_factor")
