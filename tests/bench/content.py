"""Dialogues with many comments, written straight into the database."""

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

SENTENCES = (
    "Övergången vid skolan är mörk på vintern.",
    "Sänk farten på hela gatan, inte bara framför grinden.",
    "Jag cyklar här varje dag med två barn och det går inte att mötas.",
    "Det behövs en bänk ungefär halvvägs, för den som inte orkar så långt.",
    "Vi svarade på samma fråga för några år sedan och vill veta vad som hände.",
    "Bra förslag!",
    "Bussen stannar på fel sida, så alla springer över vägen.",
)


def texts() -> Iterator[str]:
    """Endless texts: real comments where GENSVAR_DATA names the folder of them, else made-up ones of different length."""
    folder = os.environ.get("GENSVAR_DATA")
    file = Path(folder) / "thf_tempelhof" / "comments.jsonl" if folder else None
    if file and file.exists():
        with file.open(encoding="utf-8") as lines:
            return cycle([json.loads(line)["text"][:4000] or "…" for line in lines])
    return cycle([" ".join(SENTENCES[: 1 + number % len(SENTENCES)]) for number in range(50)])


def dialogue_with(threads: int, replies: int, **fields: Any) -> Any:
    """An open dialogue with so many threads, each with so many replies; supports differ, so that every order does."""
    from tests.factories import DialogueFactory

    page = DialogueFactory(open=True, **fields)
    words = texts()
    roots = _store([_contribution(page, next(words), number, reply_count=replies) for number in range(threads)])
    _store([_contribution(page, next(words), number, reply_to=root, thread_root=root) for root in roots for number in range(replies)])
    return page


def _contribution(page: Any, text: str, number: int, **fields: Any) -> Any:
    from cms import clock
    from participation.models import Contribution

    minutes = timedelta(minutes=number + (1 if fields.get("reply_to") else 0))
    return Contribution(
        dialogue=page,
        method="comments",
        text=text,
        author_name=f"Boende {number}",
        received_at=clock.now() - timedelta(days=5) + minutes / 10,
        support_count=number % 97,
        **fields,
    )


def _store(rows: list[Any]) -> list[Any]:
    from participation.models import Contribution

    return Contribution.objects.bulk_create(rows, batch_size=500)
