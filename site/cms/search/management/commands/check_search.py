"""`manage.py check_search`: compare the search with the site, say what differed, repair it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms import clock
from cms.search.checking import check_all
from cms.search.mirror import NodeAway


class Command(BaseCommand):
    """Find and repair drift."""

    help = "Compares what can be found with the site, and the search index with that; prints the drift and repairs it."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with clock.request():
                drift = check_all()
        except NodeAway as away:
            raise CommandError(f"The search node does not answer ({away.reason}). The database's documents are checked.") from away
        for kind, count in sorted(drift.documents.items()):
            self.stdout.write(f"{kind}: {count} documents written anew")
        self.stdout.write(f"index: {drift.behind} behind, {drift.orphans} orphans")
        self.stdout.write("Nothing differed." if not drift.total else f"Repaired: {drift.total}")
