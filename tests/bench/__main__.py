"""Run the measurements, each in a process of its own: one line for each figure."""

import os
import subprocess
import sys
from pathlib import Path

from tests.bench.figures import say

ROOT = Path(__file__).resolve().parents[2]
BENCHES = (
    "many_comments",
    "one_page",
    "first_visit",
    "start_page",
    "at_once",
    "known_addresses",
    "outbox_flood",
    "comment_storm",
    "swedish_words",
    "search_quality",
    "search_load",
    "register_export",
)
SETTINGS = "cms.settings.test"


def main() -> int:
    """The number of measurements that missed a goal."""
    only = os.environ.get("ONLY", "")
    if only and only not in BENCHES:
        say(f"There is no bench {only!r}; there are {', '.join(BENCHES)}.")
        return 2
    return sum(_run(name) != 0 for name in BENCHES if only in ("", name))


def _run(name: str) -> int:
    paths = os.pathsep.join((str(ROOT / "site"), str(ROOT)))
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": SETTINGS, "PYTHONPATH": paths}
    return subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
