"""The demo's code of this half minute: `manage.py demo_code`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.accounts.models import User
from cms.demo.codes import current_code
from cms.demo.loading import is_loaded
from cms.demo.people import ACCOUNTS


class Command(BaseCommand):
    """Prints what an app would show; for the demonstration only."""

    help = "Print the code that signs in the demo's staff now, beside the password."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", nargs="?", help="An account of the demo; all of its staff have the same code.")

    def handle(self, *args: Any, **options: Any) -> None:
        address = options["address"]
        if not is_loaded():
            raise CommandError("The demo is not loaded here, so there is no code to show.")
        if address and not (_is_of_demo(address) and User.objects.filter(email=address, authenticator__isnull=False).exists()):
            raise CommandError(f"{address} is no account of the demo that signs in with a code.")
        code, seconds = current_code()
        self.stdout.write(code)
        self.stderr.write(f"valid for {seconds} more seconds, once for each account")


def _is_of_demo(address: str) -> bool:
    return any(account.email == address for account in ACCOUNTS)
