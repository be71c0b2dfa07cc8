"""The engine for many documents: Elasticsearch, asked with its own query objects; never with a query language of visitors' words."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import and_
from typing import Any, TypeVar

from django.conf import settings
from elasticsearch import Elasticsearch, dsl

from cms.search.analysis import words_of
from cms.search.asking.port import Answer, Begun, Engine, EngineAway, Group
from cms.search.asking.question import Clause, Question, Sort, Words
from cms.search.asking.similar import edits_allowed, nearest
from cms.search.audience import Audience
from cms.search.engines import node
from cms.search.engines.breaker import Breaker
from cms.search.models import SearchDocument
from cms.search.registry import search_facets

BEST_OF_GROUP = 3
VALUES = 100  # of a facet that are counted
SIMILAR_FROM = 20  # documents whose words are looked at
MOST_PENDING = 1000
NEWEST = {"date": {"order": "desc", "missing": "_last"}}
SHORTEST = 0.01  # seconds, of a question that comes when the time is used up
DEEPEST = 10_000  # results that the node looks through page by page

breaker = Breaker("search")
Answered = TypeVar("Answered")


class ElasticEngine(Engine):
    """Searches the index behind the alias. Made for one search: all its questions together take no longer than GENSVAR_SEARCH_TIMEOUT."""

    name = "elasticsearch"

    def __init__(self) -> None:
        self._until = time.monotonic() + settings.GENSVAR_SEARCH_TIMEOUT

    def search(self, question: Question) -> Answer:
        if question.start + question.size > DEEPEST:
            return Answer()
        body = _main(question).to_dict() | {"aggs": _counts(question)}
        answer = self._asked(lambda client: client.search(index=node.alias(), body=body))
        counted, hits = answer["aggregations"], answer["hits"]["hits"]
        facets = {name: _values(counted[f"facet_{name}"]) for name in _facet_names()}
        documents = answer["hits"]["total"]["value"]
        if question.below:
            return Answer([Group(question.below, below=(int(hit["_id"]),), below_count=1) for hit in hits], documents, documents, facets)
        groups = counted["groups"].get("number", counted["groups"])["value"]
        keys = [hit["fields"]["group"][0] for hit in hits]  # collapsed by it
        return Answer(self._groups(keys, body, question) if keys else (), groups, documents, facets)

    def finds(self, question: Question) -> bool:
        body = {"query": _main(question).to_dict()["query"], "size": 0, "terminate_after": 1}
        return bool(self._asked(lambda client: client.search(index=node.alias(), body=body))["hits"]["total"]["value"])

    def suggest(self, begun: Begun) -> list[int]:
        search = _search().filter("terms", audience=list(begun.audiences)).filter("terms", kind=list(begun.kinds))
        for word in begun.words:
            search = search.filter("prefix", title_words=word)
        first = dsl.Q("prefix", title_start=begun.words[0]) if begun.words else dsl.Q("match_all")
        search = search.query("bool", must=[dsl.Q("match_all")], should=[dsl.Q("constant_score", filter=first)], must_not=_pending())
        search = search.sort("_score", NEWEST)[: begun.size]
        return self._numbers(search)

    def similar_words(self, word: str, question: Question) -> list[str]:
        allowed = edits_allowed(word)
        if not allowed:
            return []
        search = _allowed(_search(), question).query("fuzzy", words={"value": word, "fuzziness": allowed, "transpositions": True})
        rows = SearchDocument.objects.filter(pk__in=self._numbers(search[:SIMILAR_FROM]), audience__in=question.audiences)
        there: dict[str, int] = {}
        for row in rows:
            for other in {token.word for text in (row.title, row.text) for token in words_of(text)}:
                there[other] = there.get(other, 0) + 1
        near = nearest(word, there)
        return sorted(near, key=lambda other: (near.index(other) // 8, -there[other]))

    def _groups(self, keys: list[str], asked: Mapping[str, Any], question: Question) -> list[Group]:
        """What matches in each group of a page: headings, and the best of what stands below them."""
        conditions = [{"terms": {"group": keys}}, *([asked["post_filter"]] if "post_filter" in asked else [])]
        query = {"bool": {"must": [asked["query"]], "filter": conditions}}
        counted = {"by_group": _best_by_group(len(keys), question)}
        answer = self._asked(lambda client: client.search(index=node.alias(), query=query, aggs=counted, size=0))
        buckets = {bucket["key"]: bucket for bucket in answer["aggregations"]["by_group"]["buckets"]}
        return [_group(key, buckets[key]) for key in keys if key in buckets]

    def _numbers(self, search: dsl.Search) -> list[int]:
        return [int(hit.meta.id) for hit in self._asked(lambda client: search.using(client).execute())]

    def _asked(self, ask: Callable[[Elasticsearch], Answered]) -> Answered:
        """Ask the node, if the breaker lets through, in what is left of the time. Raises EngineAway.

        A late answer is one, and yet says nothing good: a node that answers everything slowly is left alone in the end.
        """
        if not breaker.lets_through():
            raise EngineAway("left alone")
        left = self._until - time.monotonic()
        try:
            answered = ask(node.reader(max(left, SHORTEST)))
        except node.ERRORS as error:
            reason = node.reason_of(error)
            breaker.failed(reason)
            raise EngineAway(reason) from error
        if self._until - time.monotonic() > left / 2:
            breaker.succeeded()
        return answered


def _search() -> dsl.Search:
    return dsl.Search(index=node.alias()).source(False)


def _main(question: Question) -> dsl.Search:
    search = _allowed(_search(), question).extra(track_total_hits=True)
    if question.has_words:
        asked = [_in_language(language, words, question) for language, words in question.words.items()]
        search = search.query("bool", should=asked, minimum_should_match=1)
    filters = _filters(question)
    if filters:
        search = search.post_filter(_all(filters.values()))
    if not question.below:
        search = search.extra(collapse={"field": "group"})
    search = search.sort(*_order(question))
    return search[question.start : question.start + question.size]


def _filters(question: Question) -> dict[str, Any]:
    """A condition for each facet that results are narrowed by."""
    return {name: dsl.Q("terms", **{f"facets__{name}": sorted(values)}) for name, values in question.filters.items()}


def _counts(question: Question) -> dict[str, Any]:
    """Counts of every facet's values, each under the filters of the others; and how many groups there are under all."""
    filters = _filters(question)
    counts: dict[str, Any] = {}
    for name in _facet_names():
        values = {"terms": {"field": f"facets.{name}", "size": VALUES}}
        counts[f"facet_{name}"] = _under([condition for other, condition in filters.items() if other != name], "values", values)
    groups = {"cardinality": {"field": "group"}}
    return counts | ({} if question.below else {"groups": _under(list(filters.values()), "number", groups)})


def _under(conditions: Sequence[Any], name: str, counted: dict[str, Any]) -> dict[str, Any]:
    """A count, under conditions where there are any."""
    return {"filter": _all(conditions).to_dict(), "aggs": {name: counted}} if conditions else counted


def _order(question: Question) -> list[Any]:
    by_date = question.sort is Sort.DATE or not question.has_words
    return [NEWEST, "_doc"] if by_date else ["_score", NEWEST]


def _allowed(search: dsl.Search, question: Question) -> dsl.Search:
    """What the question's audiences may find; what has changed since the node heard of it is left to the next look."""
    search = search.filter("terms", audience=list(question.audiences)).filter("terms", kind=list(question.kinds))
    if question.below:
        search = search.filter("term", group=question.below).filter("term", is_heading=False)
    hidden = _pending()
    if question.without:
        hidden.append(dsl.Q("ids", values=[str(number) for number in question.without]))
    if question.without_groups:
        hidden.append(dsl.Q("terms", group=sorted(question.without_groups)))
    return search.filter("bool", must_not=hidden) if hidden else search


def _pending() -> list[Any]:
    """Documents that are no longer everybody's, as long as the node has not been told."""
    hidden = SearchDocument.objects.pending().exclude(audience=Audience.PUBLIC).order_by("-version").values_list("pk", flat=True)
    numbers = [str(number) for number in hidden[:MOST_PENDING]]
    return [dsl.Q("ids", values=numbers)] if numbers else []


def _in_language(language: str, words: Words, question: Question) -> Any:
    clauses = [_holds(clause) for clause in words.clauses]
    phrases = [_phrase(language, phrase) for phrase in words.phrases]
    here = [dsl.Q("term", language=language)]
    if question.any_word:
        return dsl.Q("bool", filter=here, must=phrases, should=clauses, minimum_should_match=1)
    return dsl.Q("bool", filter=here, must=[*clauses, *phrases])


def _holds(clause: Clause) -> Any:
    queries = []
    for alternative in clause.alternatives:
        held = [_has(key) for key in alternative.keys]
        queries.append(dsl.Q("bool", must=held, boost=alternative.weight))
    return dsl.Q("dis_max", queries=queries, tie_breaker=0.1)


def _has(key: str) -> Any:
    if key.startswith(("#", "§")):
        return dsl.Q("constant_score", filter=dsl.Q("term", codes=key), boost=20)
    language, sign, term = key.partition("/") if "/" in key.split("~")[0] else key.partition("~")
    if sign == "~":
        return _term(f"folded_{language}", term, 0.5)
    fields = ((f"title_{language}", 4.0), (f"text_{language}", 1.0), (f"titleparts_{language}", 1.2), (f"parts_{language}", 0.3))
    return dsl.Q("dis_max", queries=[_term(name, term, boost) for name, boost in fields], tie_breaker=0.3)


def _term(field: str, term: str, boost: float) -> Any:
    return dsl.Q("term", **{field: {"value": term, "boost": boost}})


def _phrase(language: str, terms: Iterable[str]) -> Any:
    phrase = " ".join(terms)
    fields = (f"title_{language}", f"text_{language}")
    return dsl.Q("bool", should=[dsl.Q("match_phrase", **{name: phrase}) for name in fields], minimum_should_match=1)


def _best_by_group(number: int, question: Question) -> dict[str, Any]:
    best = {"top_hits": {"size": BEST_OF_GROUP, "_source": False, "sort": _order(question)}}
    parts = {
        name: {"filter": {"term": {"is_heading": is_heading}}, "aggs": {"best": best}}
        for name, is_heading in (("headings", True), ("below", False))
    }
    return {"terms": {"field": "group", "size": number}, "aggs": parts}


def _group(key: str, bucket: Any) -> Group:
    headings, below = ([int(hit["_id"]) for hit in bucket[name]["best"]["hits"]["hits"]] for name in ("headings", "below"))
    return Group(key, tuple(headings), tuple(below), bucket["below"]["doc_count"])


def _all(conditions: Iterable[Any]) -> Any:
    return reduce(and_, conditions, dsl.Q("match_all"))


def _facet_names() -> list[str]:
    return [facet.name for facet in search_facets]


def _values(counted: Mapping[str, Any]) -> Mapping[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in counted.get("values", counted)["buckets"]}
