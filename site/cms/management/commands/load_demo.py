"""Fill an empty database with a demonstration: `manage.py load_demo`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse

from cms.accounts.models import User
from cms.demo.codes import DEMO_SECRET
from cms.demo.loading import is_loaded, load_host
from cms.demo.people import ACCOUNTS, DEMO_PASSWORD
from cms.outbox import demo_mailbox
from cms.plugins import enabled_plugins
from cms.setup import setup_site


class Command(BaseCommand):
    """Loads the demonstration once; its accounts have a known password, so it refuses a database in use."""

    help = "Fill an empty database with example dialogues, people and answers; dates count from today."

    def handle(self, *args: Any, **options: Any) -> None:
        says = options["verbosity"] > 0
        if is_loaded():
            self._tell([]) if says else None
            return
        if User.objects.exists():
            raise CommandError("This database holds accounts of its own. The demo goes into an empty one: its passwords are known.")
        setup_site()
        with transaction.atomic():
            demo = load_host()
            for plugin in enabled_plugins():
                plugin.load_demo(demo)
        if says:
            self._tell(demo.urls)

    def _tell(self, pages: list[tuple[str, str]]) -> None:
        """Who can sign in, and where to look; the address of the site itself is said by whoever starts it."""
        self._print_accounts()
        self._print_pages(pages)

    def _print_accounts(self) -> None:
        self.stdout.write(f"\nAccounts, all with the password {DEMO_PASSWORD}:")
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.email:<30} {account.role}{' *' if account.works_in_admin else ''}")
        self.stdout.write(f"\n* also asked for a code. Secret for a code app: {DEMO_SECRET}")
        self.stdout.write("  The code of this moment: make code (or: python site/manage.py demo_code)")

    def _print_pages(self, pages: list[tuple[str, str]]) -> None:
        self.stdout.write("\nPages:")
        own = [("/", "start page"), ("/en/", "start page in English"), ("/admin/", "admin")]
        if demo_mailbox.is_open():
            own.append((reverse("cms_outbox:mails"), "the mails that are sent"))
        for url, what in [*own, *pages]:
            self.stdout.write(f"  {url:<50} {what}")
