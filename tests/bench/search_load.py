"""The search under load: 100,000 documents, 30 queries a second with the node on the same machine, a rebuild while others write.

A query is what a page asks: the engine, facets, the database's check of everything that is shown. SEARCH_DOCUMENTS makes the corpus smaller.
"""

import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench import private_postgres, search_corpus
from tests.bench.figures import Figure, report, say
from tests.bench.server import ROOT
from tests.bench.testbed import database

DOCUMENTS = int(os.environ.get("SEARCH_DOCUMENTS", "100000"))
DIALOGUES = max(DOCUMENTS // 100, 20)
CANARIES = min(DOCUMENTS // 20, 3000)
SMALL = 10_000
PROCESSES = 2
RATE = 30  # queries a second
SECONDS = 40
RATE_MEANWHILE = 6  # beside a rebuild, a worker and an editor on the same cores
MANAGE = [sys.executable, "site/manage.py"]
INDEX = "bench-search"


def measure() -> Iterator[Figure]:
    """Build, ask, rebuild while others write, compare with the database."""
    node = os.environ.get("ELASTICSEARCH_URL", "")
    with private_postgres.database_url() as url:
        if not node or url is None:
            say("search_load: needs PostgreSQL and ELASTICSEARCH_URL=$(python -m tests.search_node start)")
            return
        os.environ["DATABASE_URL"] = url
        with database(ELASTICSEARCH_URL=node, GENSVAR_SEARCH_INDEX=INDEX, GENSVAR_SEARCH_TIMEOUT=5.0):
            yield from _measured()


def _measured() -> Iterator[Figure]:
    from cms.outbox.models import Job
    from cms.search.analysis import load_dictionaries
    from tests.search_tools import forget_indices

    load_dictionaries()
    canaries = search_corpus.build(DIALOGUES, DOCUMENTS - DIALOGUES, CANARIES)
    began = time.monotonic()
    documents = search_corpus.write_down()
    yield Figure("search_documents", documents, "documents")
    yield Figure("search_documents_analysed_in", time.monotonic() - began, "s")
    Job.objects.all().delete()  # they tell of what is written down by now
    _analyse_tables()
    try:
        yield from _first_build()
        queries = _queries()
        yield from _under_load(queries)
        yield from _while_rebuilding(queries, canaries)
        yield from _on_the_database(queries)
    finally:
        forget_indices(INDEX)


def _first_build() -> Iterator[Figure]:
    from cms.search.rebuilding import rebuild_index

    began = time.monotonic()
    rebuild_index()
    yield Figure("search_index_built_in", time.monotonic() - began, "s", "<600")


def _under_load(queries: Sequence[str]) -> Iterator[Figure]:
    times, empty, fallbacks = _ask_at(queries, RATE, SECONDS)
    yield Figure("search_queries_per_second", len(times) / SECONDS, "queries/s", f">={RATE * 0.98:g}")
    yield Figure("search_p50", statistics.median(times) * 1000, "ms")
    yield Figure("search_p95", _p95(times) * 1000, "ms", "<300")
    yield Figure("search_answers_empty", empty, "answers", "=0")
    yield Figure("search_answers_by_fallback", fallbacks, "answers", "=0")


def _while_rebuilding(queries: Sequence[str], canaries: Sequence[int]) -> Iterator[Figure]:
    """20 edits and 5 unpublishes a second, a worker, a rebuild of everything; somebody looks for what was unpublished."""
    from cms.search.models import SearchDocument
    from tests.search_tools import reset_breakers

    environment = search_corpus.environment_of(INDEX)
    with TemporaryDirectory() as folder:
        hidden = Path(folder) / "hidden"
        hidden.touch()
        editor = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.search_editor", str(hidden), str(canaries[0]), str(len(canaries))],
            cwd=ROOT,
            env=environment,
        )
        worker = subprocess.Popen([*MANAGE, "run_worker"], cwd=ROOT, env=environment)
        began = time.monotonic()
        rebuild = subprocess.Popen([*MANAGE, "rebuild_search", "-v0"], cwd=ROOT, env=environment)
        watcher = _Watcher(hidden)
        with watcher:
            _times, empty, fallbacks = _ask_at(queries, RATE_MEANWHILE, until=lambda: rebuild.poll() is not None)
        took = time.monotonic() - began
        editor.terminate()
        editor.wait()
        unpublished, edits = len(hidden.read_text().split()), int((Path(folder) / "edits").read_text() or 0)
        settled = _settled(worker)
    reset_breakers()
    yield Figure("search_rebuild_in", took, "s", "<600")
    yield Figure("search_rebuild_failed", rebuild.returncode, "status", "=0")
    yield Figure("search_edits_per_second", edits / took, "edits/s", ">=19")
    yield Figure("search_unpublished_per_second", unpublished / took, "pages/s", ">=4.7")
    yield Figure("search_empty_while_rebuilding", empty, "answers", "=0")
    yield Figure("search_fallbacks_while_rebuilding", fallbacks, "answers")
    yield Figure("search_looks_for_unpublished", watcher.looks, "looks")
    yield Figure("search_unpublished_found_again", watcher.found, "answers", "=0")
    yield Figure("search_settled_in", settled, "s", "<60")
    yield Figure("search_waiting_afterwards", SearchDocument.objects.pending().count(), "documents", "=0")
    yield Figure("search_drift_afterwards", _drift(), "documents", "=0")


def _settled(worker: Any) -> float:
    """How long the worker takes to write what is left (the daily comparison goes on meanwhile); it is ended then."""
    from cms.outbox.models import Job
    from cms.search.changes import WRITE, WRITE_TREE
    from cms.search.models import SearchDocument

    began = time.monotonic()
    waiting = Job.objects.waiting().filter(kind__in=[WRITE, WRITE_TREE])
    while (waiting.exists() or SearchDocument.objects.pending().exists()) and time.monotonic() - began < 120:
        time.sleep(0.5)
    worker.terminate()
    worker.wait()
    return time.monotonic() - began


def _drift() -> int:
    """What the index has otherwise than the database."""
    from cms.search.checking import check_index
    from cms.search.engines import node

    node.builder().indices.refresh(index=node.alias())
    behind, orphans = check_index()
    return behind + orphans


def _on_the_database(queries: Sequence[str]) -> Iterator[Figure]:
    """The queries one after the other on the database, the engine that is always there, with fewer documents."""
    from django.test import override_settings

    from cms.search.models import SearchDocument

    kept = SearchDocument.objects.order_by("is_heading", "pk").values_list("pk", flat=True)[: max(SMALL - DIALOGUES, 0)]
    SearchDocument.objects.filter(is_heading=False).exclude(pk__in=list(kept)).delete()
    _analyse_tables()
    with override_settings(ELASTICSEARCH_URL=""):
        times = [_timed(query)[0] for query in queries[:200]]
    yield Figure("search_database_documents", SearchDocument.objects.count(), "documents")
    yield Figure("search_database_p50", statistics.median(times) * 1000, "ms")
    yield Figure("search_database_p95", _p95(times) * 1000, "ms")


def _queries() -> list[str]:
    """What people type: two words of a title, one of them, a part of a statement; each finds something."""
    from cms.search.asking.question import read_typed

    chooser = random.Random(7)  # noqa: S311 - the same queries each time
    said = [text.split() for text, _language in search_corpus.statements()]
    named = [title.split() for title in search_corpus.titles()[:DIALOGUES]]
    found: list[str] = []
    while len(found) < 400:
        words = [word.strip('.,:;?!()"”–-') for word in chooser.choice(named if len(found) % 3 else said)]
        words = [word for word in words if len(word) > 4 and word.isalpha()]
        query = " ".join(chooser.sample(words, min(len(words), 1 + len(found) % 2)))
        if "sv" in read_typed(query).in_languages():  # more than stop words
            found.append(query)
    return found


def _timed(query: str) -> tuple[float, bool, bool]:
    """How long a query took, whether it found nothing, whether the database had to answer for the node."""
    from cms.http.request_memo import remembering
    from cms.search.asking.question import read_typed
    from cms.search.asking.searching import Wish, find

    began = time.perf_counter()
    with remembering():
        found = find(Wish(read_typed(query)), None)
    return time.perf_counter() - began, not found.results, found.is_fallback


def _ask_at(
    queries: Sequence[str], rate: float, seconds: float = 0, until: Callable[[], bool] = lambda: False
) -> tuple[list[float], int, int]:
    """Two processes, as of a web server, are asked so many a second, whether answers come or not; times count from when it was to be asked."""
    environment = search_corpus.environment_of(INDEX)
    answers: list[Future[tuple[float, bool, bool]]] = []
    with ProcessPoolExecutor(PROCESSES, get_context("spawn"), initializer=_begin_asking, initargs=(environment,)) as pool:
        list(pool.map(_asked_since, queries[: 8 * PROCESSES], [time.time()] * 8 * PROCESSES))  # they are ready
        began = time.time()
        while (time.time() - began < seconds) if seconds else not until():
            due = began + len(answers) / rate
            time.sleep(max(due - time.time(), 0))
            answers.append(pool.submit(_asked_since, queries[len(answers) % len(queries)], due))
        done = [answer.result() for answer in answers]
    return [took for took, _empty, _away in done], sum(empty for _took, empty, _away in done), sum(away for _took, _empty, away in done)


def _asked_since(query: str, due: float) -> tuple[float, bool, bool]:
    _took, is_empty, is_fallback = _timed(query)
    return time.time() - due, is_empty, is_fallback


def _begin_asking(environment: dict[str, str]) -> None:
    os.environ.update(environment)
    import django
    from django.conf import settings
    from django.utils.translation import activate

    django.setup()
    from cms.search.analysis import load_dictionaries

    settings.GENSVAR_SEARCH_TIMEOUT = 5.0
    load_dictionaries()
    activate("sv")


def _is_shown(word: str) -> bool:
    """Whether a word stands in any result: a correction to another word is none."""
    from cms.search.asking.question import read_typed
    from cms.search.asking.searching import Wish, find

    results = find(Wish(read_typed(word)), None).results
    return any(word in f"{hit.document.title} {hit.document.text}" for result in results for hit in (result.heading, *result.below))


class _Watcher(threading.Thread):
    """Looks for what was unpublished, over and over, newest first."""

    def __init__(self, hidden: Path) -> None:
        super().__init__()
        self.hidden, self.looks, self.found = hidden, 0, 0
        self.ends = threading.Event()

    def run(self) -> None:
        from django.db import connection
        from django.utils.translation import activate

        activate("sv")
        while not self.ends.is_set():
            words = self.hidden.read_text().split()
            for word in [*words[-5:], *random.sample(words, min(5, len(words)))]:
                self.found += _is_shown(word)
                self.looks += 1
            self.ends.wait(0.5)
        connection.close()

    def __enter__(self) -> "_Watcher":
        self.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self.ends.set()
        self.join()


def _analyse_tables() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[18]


if __name__ == "__main__":
    report(measure())
