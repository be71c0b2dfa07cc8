"""Whether the search is well: which engine answers, whether its index is there, how much waits and since when."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from cms.search.engines import node
from cms.search.models import SearchDocument

MOST_WAITING = 5000  # documents that the node may be behind


@dataclass(frozen=True)
class Wellbeing:
    """The state in a word, the engine, and how many documents the search node is behind."""

    status: str
    engine: str
    waiting: int = 0

    @property
    def is_well(self) -> bool:
        return self.status == "ok"

    def document(self) -> dict[str, Any]:
        """As monitoring reads it."""
        return {"status": self.status, "engine": self.engine, "waiting": self.waiting}


def wellbeing() -> Wellbeing:
    """Ask the node, if there is one."""
    if not settings.ELASTICSEARCH_URL:
        return Wellbeing("ok", "database")
    waiting = SearchDocument.objects.pending().count()
    try:
        if not node.reader().indices.exists_alias(name=node.alias()):
            return Wellbeing(node.MISSING, "elasticsearch", waiting)
    except node.ERRORS:
        return Wellbeing("node away", "elasticsearch", waiting)
    return Wellbeing("ok" if waiting <= MOST_WAITING else "index behind", "elasticsearch", waiting)
