"""Does it find what is meant? Spellings of diary numbers and paragraphs, typos, bad input: with each engine that there is."""

import os
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.bench import search_corpus
from tests.bench.figures import Figure, report, say
from tests.bench.testbed import database

DIALOGUES, CONTRIBUTIONS = 300, 1200
TYPOS = 50
SHORTEST = 6
LETTERS = "abcdefghijklmnoprstuvyåäö"
SPELLINGS = (
    "KS 2022/206", "ks 2022/206", "KS2022/206", "KS-2022/206", "KS 2022-206", "KS–2022/206", "Dnr KS 2022/206", "dnr: ks 2022:206",
    "Diarienummer: KS 2022/206.", "2022/206", "§ 136", "§136",
)  # fmt: skip
BAD = (
    "x" * 10_000, "och att det som", "/.*/", "(((", '" OR', '{"query": {"match_all": {}}}', "🎉🎉🎉", "skola\x00väg", "live:false", "*a*",
    "owner:1", "å" * 400, "a b c d e f g h i j k l m n o p q r s t u v x y z", "skola " * 400, "\u202eskola", "%00", "' --", "NaN",
)  # fmt: skip
ODD = (
    "page=100000&q=skola",
    "page=-1&q=skola",
    "type=nope&type=nope",
    "state=x&state=open&state=open",
    "q=skola&q=väg",
    "year=99999",
    "sort=owner&q=skola",
)


def measure() -> Iterator[Figure]:
    """One corpus, asked through each engine."""
    node = os.environ.get("ELASTICSEARCH_URL", "")
    with database(PAGE_CACHE_SECONDS=0):
        meant = _build()
        yield from _asked("database", meant)
        if not node:
            say("search_quality: the node is not asked, ELASTICSEARCH_URL names none")
            return
        with _node(node):
            yield from _asked("elasticsearch", meant)


def _asked(engine: str, meant: Any) -> Iterator[Figure]:
    first = [_titles(text)[:1] == [meant.title] for text in SPELLINGS]
    yield Figure(f"codes_at_rank_1_{engine}", sum(first), "spellings", f"={len(SPELLINGS)}")
    typos = _typos(search_corpus.titles()[:DIALOGUES])
    found = [title in _titles(word)[:3] for word, title in typos]
    yield Figure(f"typos_in_top_3_{engine}", 100 * sum(found) / len(found), "%", ">=90")
    times, wrong = _bad_input()
    yield Figure(f"bad_input_answered_otherwise_{engine}", wrong, "answers", "=0")
    yield Figure(f"bad_input_slowest_{engine}", max(times) * 1000, "ms", "<300")


def _build() -> Any:
    """The corpus, and the dialogue that has the diary number and the paragraph."""
    from cms.search.analysis import load_dictionaries
    from cms.search.checking import check_documents
    from participation.models import MandateStep
    from tests.factories import DialogueFactory

    load_dictionaries()
    search_corpus.build(DIALOGUES, CONTRIBUTIONS)
    meant = DialogueFactory(title="Kartläggning av medborgardialog", slug="kartlaggning")
    MandateStep.objects.filter(page=meant).update(diary_number="KS 2022/206", paragraph="136")
    near = DialogueFactory(title="En annan kartläggning", slug="annan-kartlaggning", introduction="Budget 2022, 206 svar, sida 136.")
    MandateStep.objects.filter(page=near).update(diary_number="KS 2022/207", paragraph="13")
    check_documents()
    return meant


@contextmanager
def _node(url: str) -> Iterator[None]:
    from tests.search_tools import node_behind, settle

    with node_behind(url):
        settle()
        yield


def _titles(text: str) -> list[str]:
    from tests.search_tools import titles

    return titles(text)


def _typos(titles: Sequence[str]) -> list[tuple[str, str]]:
    """Words with one edit, each of a title that alone has the word."""
    chooser = random.Random(11)  # noqa: S311 - the same typos each time
    words = {title: [word.strip('.,:;?!()"”–').lower() for word in title.split()] for title in titles}
    said = " ".join(text.lower() for text, _language in search_corpus.statements()[:CONTRIBUTIONS])
    found: list[tuple[str, str]] = []
    for title in chooser.sample(list(titles), len(titles)):
        own = [
            word
            for word in words[title]
            if len(word) >= SHORTEST and word.isalpha() and word not in said and sum(word in others for others in words.values()) == 1
        ]
        if own and len(found) < TYPOS:
            found.append((_edited(chooser.choice(own), chooser), title))
    return found


def _edited(word: str, chooser: random.Random) -> str:
    """One letter left out, added, exchanged for another, or two exchanged with each other."""
    at = chooser.randrange(len(word) - 1)
    letter = chooser.choice(LETTERS)
    edited = chooser.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )
    return edited if edited != word else _edited(word, chooser)


def _bad_input() -> tuple[list[float], int]:
    from urllib.parse import quote

    from django.test import Client

    client, times, wrong = Client(), [], 0
    for query in [*(f"q={quote(text)}" for text in BAD), *ODD]:
        client.get(f"/sok/?{query}&warm=1")
        began = time.perf_counter()
        answer = client.get(f"/sok/?{query}")
        times.append(time.perf_counter() - began)
        wrong += answer.status_code not in (200, 400)
    return times, wrong


if __name__ == "__main__":
    report(measure())
