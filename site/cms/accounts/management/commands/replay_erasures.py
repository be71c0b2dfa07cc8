from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.accounts.erasure_list import list_path
from cms.accounts.replay import replay


class Command(BaseCommand):
    help = "Erase again whoever was erased after a backup was made. Run it on a restored database, before the site opens."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", default=str(list_path()), help="the list (default: that of this installation)")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        if not path.exists():
            raise CommandError(f"There is no list of erasures at {path}.")
        print(f"{replay(path)} people erased again.")
