"""`manage.py rebuild_search`: write everything down that can be found, and build the index anew."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms import clock
from cms.search.checking import check_documents
from cms.search.mirror import NodeAway
from cms.search.rebuilding import RebuildOvertaken, rebuild_index


class Command(BaseCommand):
    """Rebuild the search while the site goes on."""

    help = "Writes down everything that can be found; builds the search index beside the living one and swaps. May be repeated and killed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--index-only", action="store_true", help="Only build the index from what is written down.")

    def handle(self, *args: Any, index_only: bool = False, verbosity: int = 1, **options: Any) -> None:
        self.is_quiet = verbosity == 0
        if not index_only:
            with clock.request():
                changed = check_documents(lambda kind, seen: self._say(f"{kind}: {seen}"))
            self._say(f"Documents written anew: {sum(changed.values())}")
        if not settings.ELASTICSEARCH_URL:
            self._say("No search node is set (ELASTICSEARCH_URL): the database searches.")
            return
        try:
            name = rebuild_index(lambda written, total: self._say(f"index: {written} of {total}"))
        except NodeAway as away:
            raise CommandError(
                f"The search node does not take it ({away.reason}). The living index is as it was; run this again."
            ) from away
        except RebuildOvertaken as overtaken:
            raise CommandError("Another rebuild has begun; this one has stopped.") from overtaken
        self._say(f"The index is now {name}")

    def _say(self, words: str) -> None:
        if not self.is_quiet:
            self.stdout.write(words)
            self.stdout.flush()
