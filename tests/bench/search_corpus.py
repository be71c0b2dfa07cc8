"""Many things to find: dialogues called as events of Almedalen, with statements of events and of pol.is conversations as what people said."""

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tests.bench.content import SENTENCES

TITLE_MAX = 120
AT_ONCE = 2000
WRITERS = 2


def data_folder() -> Path | None:
    """The folder of real data, where GENSVAR_DATA names one."""
    folder = os.environ.get("GENSVAR_DATA")
    return Path(folder) if folder and (Path(folder) / "almedalen").is_dir() else None


def titles() -> list[str]:
    """Different titles of Swedish events; made-up ones where there are no data."""
    folder = data_folder()
    if folder is None:
        return [f"{sentence[:60]} {number}" for number in range(200) for sentence in SENTENCES]
    events = _lines(folder / "almedalen" / "events.jsonl")
    found = (event["title"].strip()[:TITLE_MAX] for event in events if event["language"] == "Svenska")
    return list(dict.fromkeys(title for title in found if len(title.split()) > 3))


def statements() -> list[tuple[str, str]]:
    """What people said, with its language: descriptions of events, and English statements."""
    folder = data_folder()
    if folder is None:
        return [(sentence, "sv") for sentence in SENTENCES]
    events = [
        (event["description"][:1500], "sv") for event in _lines(folder / "almedalen" / "events.jsonl") if event["language"] == "Svenska"
    ]
    polis = [(row["text"], "en") for row in _lines(folder / "polis" / "comments.jsonl") if row["lang"] == "en"]
    return [(text, language) for text, language in [*events, *polis] if text and text.strip()]


def build(dialogues: int, contributions: int, canaries: int = 0) -> list[int]:
    """So many of each; the first contributions each hold a word of their own. Returns the numbers of those."""
    from tests.factories import DialogueFactory, day

    names = list(islice(cycle(titles()), dialogues))
    pages = [
        DialogueFactory(title=name, slug=f"dialog-{number}", question="", introduction=name, easy_read="", background="")
        for number, name in enumerate(names)
    ]
    said = cycle(statements())
    rows = (_contribution(pages[number % len(pages)], number, *next(said), day(-1), canaries) for number in range(contributions))
    return _store(rows)[:canaries]


def write_down() -> int:
    """Analyse and store everything, as workers do; returns how many documents there are."""
    from cms.search.models import SearchDocument
    from cms.search.registry import findables
    from cms.search.writing import write_documents
    from participation.models import Contribution

    for findable in findables:
        if findable.name != "participation.contribution":
            write_documents(findable, findable.rows().values_list("pk", flat=True))
    numbers = list(Contribution.objects.order_by("pk").values_list("pk", flat=True))
    with get_context("spawn").Pool(WRITERS, initializer=_begin_writer, initargs=(_database_url(),)) as pool:
        pool.map(_write_some, [numbers[start : start + 1000] for start in range(0, len(numbers), 1000)])
    return SearchDocument.objects.count()


def _database_url() -> str:
    """The address of the database that is being measured."""
    from django.db import connection

    settings = connection.settings_dict
    return f"postgres://{settings['USER']}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"


def environment_of(index: str) -> dict[str, str]:
    """The environment of another process that works on the same site."""
    return {
        **os.environ,
        "DATABASE_URL": _database_url(),
        "GENSVAR_SEARCH_INDEX": index,
        "GENSVAR_TEST_SEARCH_URL": os.environ["ELASTICSEARCH_URL"],
    }


def _begin_writer(database_url: str) -> None:
    os.environ["DATABASE_URL"] = database_url
    import django

    django.setup()


def _write_some(numbers: list[int]) -> int:
    from cms.search.registry import findables
    from cms.search.writing import write_documents

    return len(write_documents(findables.get("participation.contribution"), numbers))  # type: ignore[arg-type]


def _contribution(page: Any, number: int, text: str, language: str, at: Any, canaries: int) -> Any:
    from participation.models import Contribution

    words = f"{text} {canary(number)}" if number < canaries else text
    return Contribution(
        dialogue=page,
        method="comments",
        text=words[:5000],
        language=language,
        author_name="Boende",
        received_at=at + timedelta(seconds=number),
    )


def canary(number: int) -> str:
    """A word that nobody else writes."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return f"kanarie{letters[number // 676 % 26]}{letters[number // 26 % 26]}{letters[number % 26]}ort"


def _store(rows: Iterator[Any]) -> list[int]:
    from participation.models import Contribution

    numbers: list[int] = []
    while some := list(islice(rows, AT_ONCE)):
        numbers += [row.pk for row in Contribution.objects.bulk_create(some)]
    return numbers


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)
