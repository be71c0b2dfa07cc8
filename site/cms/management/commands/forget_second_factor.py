"""Take the second factor from an account whose owner has lost it: `manage.py forget_second_factor name@example.org`."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.accounts.models import User, UserManager


class Command(BaseCommand):
    """Deletes apps, passkeys and recovery codes of one account; its next login sets up a new one."""

    help = "Delete an account's second factor, after its owner has shown who they are. The next login sets up a new one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        account = User.objects.filter(email=UserManager.normalize_email(options["address"])).first()
        if account is None:
            raise CommandError(f"There is no account with the address {options['address']}.")
        Authenticator.objects.filter(user=account).delete()
        self.stdout.write(f"The second factor of {account.email} is gone; the next login asks for a new one.")
