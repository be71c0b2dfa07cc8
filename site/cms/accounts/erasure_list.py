"""The list of erasures outside the database, which no restored backup takes back: numbers, digests and times, one JSON line each."""

import json
import logging
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from cms import clock
from cms.accounts.models import Erasure

log = logging.getLogger(__name__)


def list_path() -> Path:
    """Where the list stands."""
    return Path(settings.ERASURES_FILE)


def file_erasures() -> int:
    """Append every erasure that is not in the list yet; the number of them. A line may stand there twice, which does no harm."""
    waiting = list(Erasure.objects.filter(filed_at=None))
    if not waiting:
        return 0
    try:
        _append([_line(erasure) for erasure in waiting])
    except OSError:
        log.exception("The list of erasures cannot be written; it is tried again.")
        return 0
    Erasure.objects.filter(pk__in=[erasure.pk for erasure in waiting]).update(filed_at=clock.now())
    return len(waiting)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The list's lines, each once."""
    rows = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    return list({row["key"]: row for row in rows}.values())


def _append(lines: list[str]) -> None:
    path = list_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write("".join(f"{line}\n" for line in lines))


def _line(erasure: Erasure) -> str:
    row = {"key": erasure.key, "at": erasure.at, "erased": erasure.erased, "options": erasure.options}
    return json.dumps(row, cls=DjangoJSONEncoder)
