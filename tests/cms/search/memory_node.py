"""A node in memory, as far as mirroring asks for one: indices, aliases, external versions; and a moment to do something in between."""

from collections.abc import Callable
from typing import Any


class MemoryNode:
    """`between[(name of a call, alias)]` is done once, just before that call is answered."""

    def __init__(self, alias: str) -> None:
        self.data: dict[str, dict[str, tuple[int, Any]]] = {"one": {}}
        self.aliases = {alias: "one"}
        self.between: dict[tuple[str, str], Callable[[], None]] = {}
        self.indices = self

    def exists_alias(self, name: str) -> bool:
        return name in self.aliases

    def bulk(self, index: str, operations: list[Any], require_alias: bool) -> dict[str, Any]:
        self._come_between("bulk", index)
        writings = zip(operations[::2], operations[1::2], strict=True)
        return {"items": [{"index": self._write(index, head["index"], body)} for head, body in writings]}

    def mget(self, index: str, ids: list[str], source: bool) -> dict[str, Any]:
        self._come_between("mget", index)
        store = self.data[self.aliases[index]]
        return {
            "docs": [
                {"_id": key, "found": True, "_version": store[key][0]} if key in store else {"_id": key, "found": False} for key in ids
            ]
        }

    def _write(self, index: str, head: dict[str, Any], body: Any) -> dict[str, Any]:
        if index not in self.aliases:
            return {"status": 404, "error": {"type": "index_not_found_exception"}}
        store = self.data[self.aliases[index]]
        if head["version"] <= store.get(head["_id"], (0, None))[0]:
            return {"status": 409}
        store[head["_id"]] = (head["version"], body)
        return {"status": 200}

    def _come_between(self, call: str, index: str) -> None:
        self.between.pop((call, index), lambda: None)()
