"""Make what every installation needs: `manage.py setup_site`."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.setup import setup_site


class Command(BaseCommand):
    """Languages, front, sections of the plugins, groups and workflow; safe to run again."""

    help = "Make what every installation needs: languages, pages at the top, groups, the workflow. May be run again."

    def handle(self, *args: Any, **options: Any) -> None:
        front = setup_site()
        if options["verbosity"]:
            self.stdout.write(self.style.SUCCESS(f"The site is set up; its front is “{front.title}” ({front.full_url})."))
