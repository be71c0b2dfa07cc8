"""Work off the outbox: `manage.py run_worker`."""

import os
import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.outbox.worker import Worker


class Command(BaseCommand):
    """Runs until it is told to end (SIGTERM, Ctrl+C), which it does after the present job."""

    help = "Send mails, do what must happen after a commit, and look for what is due by time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="One round: the sweeps that are due and a handful of jobs.")
        parser.add_argument("--until-empty", action="store_true", help="End when nothing is due.")
        parser.add_argument("--nice", type=int, default=10, help="How far visitors' pages go before this process (0 to 19; 10).")

    def handle(self, *args: Any, **options: Any) -> None:
        os.nice(options["nice"])
        worker = Worker()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, worker.stop)
        if options["once"]:
            worker.round()
        else:
            worker.run(until_empty=options["until_empty"])
