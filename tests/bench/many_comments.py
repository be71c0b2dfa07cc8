"""A dialogue with 10,000 comments against one with 100: both show a full page of 20 threads, replies capped."""

import re
from collections.abc import Iterator

from tests.bench.content import dialogue_with
from tests.bench.figures import Figure, report
from tests.bench.testbed import count_queries, database, handler, medians, plain

THREADS_SHOWN = 20
MARK, THREAD = b'<article class="comment', b'class="comment__replies"'
ROUNDS = 30
ORDER_LINK = re.compile(rb'href="[^"?]*(\?ordning=[^"#&]+)')


def measure() -> Iterator[Figure]:
    """Queries and time of both pages, in each order of the comments."""
    with database(PAGE_CACHE_SECONDS=0):
        few = dialogue_with(threads=20, replies=4).get_url()
        many = dialogue_with(threads=1000, replies=9).get_url()
        get = handler()
        shown_few, shown_many = plain(get(few)).count(MARK), plain(get(many)).count(MARK)
        yield Figure("comments_on_the_page_of_10000", shown_many, "comments", f"={shown_few}")
        yield Figure("threads_on_the_page", plain(get(many)).count(THREAD), "threads", f"={THREADS_SHOWN}")
        queries_few, queries_many = count_queries(lambda: get(few)), count_queries(lambda: get(many))
        yield Figure("dialogue_10000_comments_queries", queries_many, "queries", "<=25")
        yield Figure("dialogue_10000_vs_100_queries", queries_many - queries_few, "queries", "=0")
        time_few, time_many = medians([lambda: get(few), lambda: get(many)], ROUNDS)
        yield Figure("dialogue_100_comments_time", time_few * 1000, "ms")
        yield Figure("dialogue_10000_comments_time", time_many * 1000, "ms")
        yield Figure("dialogue_10000_vs_100_time", time_many / time_few, "ratio", "<=1.5")
        for order in orders(plain(get(many))):
            base, other = medians([lambda: get(few + order), lambda: get(many + order)], ROUNDS // 3)  # noqa: B023 - called at once
            yield Figure(f"dialogue_10000_vs_100_time_{order.partition('=')[2]}", other / base, "ratio", "<=1.5")


def orders(page: bytes) -> list[str]:
    """The other orders, as the page itself links to them."""
    return sorted({link.decode() for link in ORDER_LINK.findall(page)})


if __name__ == "__main__":
    report(measure())
