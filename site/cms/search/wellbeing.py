"""Whether the search is well: which engine answers, whether its index is there, how much waits and since when."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Min

from cms import clock
from cms.search.engines import node
from cms.search.models import SearchDocument

LONGEST = timedelta(minutes=10)  # that a change may wait for the node


@dataclass(frozen=True)
class Wellbeing:
    """The state in a word, the engine, how many documents the search node is behind, and since how many seconds."""

    status: str
    engine: str
    waiting: int = 0
    seconds: int = 0

    @property
    def is_well(self) -> bool:
        return self.status == "ok"

    def document(self) -> dict[str, Any]:
        """As monitoring reads it."""
        return {"status": self.status, "engine": self.engine, "waiting": self.waiting, "seconds": self.seconds}


def wellbeing() -> Wellbeing:
    """Ask the node, if there is one."""
    if not settings.ELASTICSEARCH_URL:
        return Wellbeing("ok", "database")
    pending = SearchDocument.objects.pending().aggregate(number=Count("pk"), since=Min("written_at"))
    waiting, age = pending["number"], clock.now() - pending["since"] if pending["since"] else timedelta()
    seconds = int(age.total_seconds())
    try:
        if not node.reader().indices.exists_alias(name=node.alias()):
            return Wellbeing(node.MISSING, "elasticsearch", waiting, seconds)
    except node.ERRORS:
        return Wellbeing("node away", "elasticsearch", waiting, seconds)
    return Wellbeing("ok" if age <= LONGEST else "index behind", "elasticsearch", waiting, seconds)
