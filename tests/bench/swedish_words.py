"""The word level of Swedish search: inflected forms that meet in one term, compounds found by their parts, words left whole.

Each list has a half for tuning and a half held out; the second one is what the rules are worth.
"""

import csv
import hashlib
import itertools
import json
import os
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cms.search.analysis.compounds import parts_of
from cms.search.analysis.words import term_of
from tests.bench.figures import Figure, report, say

LISTS = Path(__file__).resolve().parent / "swedish"
FORMS = "swedish_language/talbanken_lemma_forms.tsv"  # in the folder GENSVAR_DATA names
TUNE, HELD = "tune", "held"
PAIRS_GOAL = {TUNE: ">=97.5", HELD: ">=96.5"}
SHARED_GOAL, COMPOUNDS_GOAL, WHOLE_GOAL = "<=2", ">=92", ">=98"


@dataclass(frozen=True)
class Lemma:
    """A word and its forms as they were met in texts; the word itself is one of them."""

    word: str
    forms: tuple[str, ...]

    @property
    def half(self) -> str:
        return HELD if hashlib.sha256(self.word.encode()).digest()[0] % 2 else TUNE


def measure() -> Iterator[Figure]:
    """The forms where their file is at hand, then compounds and whole words."""
    folder = os.environ.get("GENSVAR_DATA")
    if folder:
        yield from _forms(_lemmas(Path(folder) / FORMS))
    else:
        say("swedish_words: no inflected forms, GENSVAR_DATA names no folder")
    for half in (TUNE, HELD):
        yield from _compounds(half)
        words = _never_split(half)
        yield Figure(f"never_split_whole_{half}", _percent(sum(not parts_of(word) for word in words), len(words)), "%", WHOLE_GOAL)


def _forms(lemmas: list[Lemma]) -> Iterator[Figure]:
    address = os.environ.get("ELASTICSEARCH_URL")
    others = _swedish_analyzer(address.split(",")[0], lemmas) if address else {}
    for half in (TUNE, HELD):
        these = [lemma for lemma in lemmas if lemma.half == half]
        joined, shared = _joined(these, term_of), _shared(these, term_of)
        yield Figure(f"pairs_joined_{half}", joined, "%", PAIRS_GOAL[half])
        yield Figure(f"tokens_shared_{half}", shared, "%", SHARED_GOAL)
        if others:
            yield Figure(f"pairs_joined_by_elasticsearch_swedish_{half}", _joined(these, others.__getitem__), "%")
            yield Figure(f"tokens_shared_by_elasticsearch_swedish_{half}", _shared(these, others.__getitem__), "%")
            yield Figure(f"pairs_joined_ratio_{half}", joined / _joined(these, others.__getitem__), "times")


def _joined(lemmas: list[Lemma], term: Callable[[str], str]) -> float:
    """The share of pairs of forms of a word that have the same term."""
    pairs = [pair for lemma in lemmas for pair in itertools.combinations(lemma.forms, 2)]
    return _percent(sum(term(one) == term(other) for one, other in pairs), len(pairs))


def _shared(lemmas: list[Lemma], term: Callable[[str], str]) -> float:
    """The share of terms that stand for more than one word."""
    words: dict[str, set[str]] = defaultdict(set)
    for lemma in lemmas:
        for form in lemma.forms:
            words[term(form)].add(lemma.word)
    return _percent(sum(len(several) > 1 for several in words.values()), len(words))


def _compounds(half: str) -> Iterator[Figure]:
    rows = [row for row in _rows(LISTS / "compounds_checked.tsv") if row["half"] == half]
    for part in ("first", "last"):
        found = sum(term_of(row[part]) in parts_of(row["compound"]) for row in rows)
        yield Figure(f"compounds_{part}_part_{half}", _percent(found, len(rows)), "%", COMPOUNDS_GOAL)


def _never_split(half: str) -> list[str]:
    lines = (LISTS / "never_split.txt").read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if line and not line.startswith("#")]
    middle = len(words) // 2
    return words[:middle] if half == TUNE else words[middle:]


def _lemmas(path: Path) -> list[Lemma]:
    """The words of the list that are words: no signs, single letters or halves of a compound."""
    found = []
    for row in _rows(path):
        forms = sorted({form.lower() for form in (row["lemma"], *row["forms"].split()) if form.isalpha()})
        if row["lemma"].isalpha() and len(row["lemma"]) > 1:
            found.append(Lemma(row["lemma"], tuple(forms)))
    return found


def _swedish_analyzer(address: str, lemmas: list[Lemma]) -> dict[str, str]:
    """The terms of Elasticsearch's own analyzer; a stop word cannot be found, so it meets no other form."""
    forms = sorted({form for lemma in lemmas for form in lemma.forms})
    body = json.dumps({"analyzer": "swedish", "text": "\n".join(forms)}).encode()
    request = urllib.request.Request(f"{address.rstrip('/')}/_analyze", body, {"Content-Type": "application/json"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        tokens = {token["start_offset"]: token["token"] for token in json.load(answer)["tokens"]}
    places = itertools.accumulate((len(form) + 1 for form in forms), initial=0)
    return {form: tokens.get(place, f"({form})") for form, place in zip(forms, places, strict=False)}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole


if __name__ == "__main__":
    report(measure())
