"""The engine that is always there: it searches the table of terms in the database, alike on SQLite and PostgreSQL.

It knows words, their parts, phrases, facets, corrections and beginnings of titles. It ranks more plainly than Elasticsearch does (a term's
weight times how rare it is, without the length of texts) and gets slower with the number of matches (`make bench ONLY=search_load` says how much).
"""

import math
from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Case, Count, F, FloatField, Max, OuterRef, Q, QuerySet, Subquery, Sum, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber

from cms.search.asking.port import Answer, Begun, Engine, Group
from cms.search.asking.question import Clause, Question, Sort, Words
from cms.search.asking.similar import nearest
from cms.search.models import SearchDocument, SearchFacetValue, SearchTerm, SearchWord

BEST_OF_GROUP = 3


class DatabaseEngine(Engine):
    """Searches `SearchTerm`."""

    name = "database"

    def search(self, question: Question) -> Answer:
        matching = _matching(question)
        if question.has_words and not question.filters and not matching.exists():
            return Answer()  # asked again more kindly in a moment
        ranked = _ranked(matching, question)
        counts = matching.aggregate(documents=Count("pk"), groups=Count("group", distinct=True))
        groups = _documents_alone(ranked, question) if question.below else _grouped(ranked, question)
        return Answer(
            groups=groups,
            total_groups=counts["documents" if question.below else "groups"],
            total_documents=counts["documents"],
            facets=_facets(question),
        )

    def finds(self, question: Question) -> bool:
        return _matching(question).exists()

    def suggest(self, begun: Begun) -> list[int]:
        documents = SearchDocument.objects.filter(audience__in=begun.audiences, kind__in=begun.kinds)
        for word in begun.words:
            documents = documents.filter(title_words__contains=f" {word}")
        first = Case(When(title_words__startswith=f" {begun.words[0]}", then=Value(0)), default=Value(1)) if begun.words else Value(0)
        return list(documents.order_by(first, F("date").desc(nulls_last=True), "pk").values_list("pk", flat=True)[: begun.size])

    def similar_words(self, word: str, question: Question) -> list[str]:
        known = SearchWord.objects.filter(length__gte=len(word) - 2, length__lte=len(word) + 2, language__in=question.words)
        near = nearest(word, known.values_list("word", flat=True))
        terms = dict(SearchWord.objects.filter(word__in=near).values_list("word", "term"))
        visible = SearchTerm.objects.filter(
            term__in=set(terms.values()), document__audience__in=question.audiences, document__kind__in=question.kinds
        )
        counts = dict(visible.values_list("term").annotate(Count("pk")).order_by())
        written = [candidate for candidate in near if counts.get(terms.get(candidate, ""))]
        return sorted(written, key=lambda candidate: (near.index(candidate) // 8, -counts[terms[candidate]]))


def _matching(question: Question, *, ignoring: str = "") -> QuerySet[SearchDocument]:
    """The documents that match; a facet's counts ignore its own filter."""
    documents = SearchDocument.objects.filter(audience__in=question.audiences, kind__in=question.kinds)
    if question.below:
        documents = documents.filter(group=question.below, is_heading=False)
    if question.without:
        documents = documents.exclude(pk__in=question.without)
    if question.without_groups:
        documents = documents.exclude(group__in=question.without_groups)
    for name, values in question.filters.items():
        if name != ignoring:
            documents = documents.filter(pk__in=SearchFacetValue.objects.filter(name=name, value__in=values).values("document"))
    if question.has_words:
        documents = documents.filter(reduce(or_, (_in_language(language, words, question) for language, words in question.words.items())))
    return documents


def _in_language(language: str, words: Words, question: Question) -> Q:
    clauses = [_holds(clause) for clause in words.clauses]
    condition = Q(language=language) & reduce(or_ if question.any_word else and_, clauses)
    for phrase in words.phrases:
        in_order = f" {' '.join(phrase)} "
        condition &= Q(title_terms__contains=in_order) | Q(text_terms__contains=in_order)
    return condition


def _holds(clause: Clause) -> Q:
    single = [alternative.keys[0] for alternative in clause.alternatives if len(alternative.keys) == 1]
    several = [alternative.keys for alternative in clause.alternatives if len(alternative.keys) > 1]
    conditions = [_has(single)] if single else []
    conditions += [reduce(and_, (_has([key]) for key in keys)) for keys in several]
    return reduce(or_, conditions)


def _has(keys: Iterable[str]) -> Q:
    return Q(pk__in=SearchTerm.objects.filter(term__in=list(keys)).values("document"))


def _ranked(documents: QuerySet[SearchDocument], question: Question) -> QuerySet[Any]:
    """The documents with their score: weight times rarity, added up over the terms asked for."""
    if _is_by_date(question):
        return documents.annotate(score=Value(0.0, output_field=FloatField()))
    factors = _factors(question)
    cases = [When(term=term, then=Value(factor)) for term, factor in factors.items()]
    worth = F("weight") * Case(*cases, default=Value(0.0), output_field=FloatField())
    hits = SearchTerm.objects.filter(document=OuterRef("pk"), term__in=list(factors)).order_by().values("document")
    scores = hits.annotate(total=Sum(worth, output_field=FloatField())).values("total")
    return documents.annotate(score=Coalesce(Subquery(scores, output_field=FloatField()), Value(0.0)))


def _factors(question: Question) -> dict[str, float]:
    """How much each term counts: its alternative's weight, and more the rarer it is."""
    weights: dict[str, float] = {}
    for words in question.words.values():
        for clause in words.clauses:
            for alternative in clause.alternatives:
                for key in alternative.keys:
                    weights[key] = max(weights.get(key, 0.0), alternative.weight)
    counts = dict(SearchTerm.objects.filter(term__in=list(weights)).values_list("term").annotate(Count("pk")).order_by())
    total = SearchDocument.objects.filter(kind__in=question.kinds).count()
    return {key: weight * math.log(1 + (total + 1) / (counts.get(key, 0) + 0.5)) for key, weight in weights.items()}


def _is_by_date(question: Question) -> bool:
    return question.sort is Sort.DATE or not question.has_words


def _order(question: Question) -> list[Any]:
    newest = F("date").desc(nulls_last=True)
    return [newest, F("pk")] if _is_by_date(question) else [F("score").desc(), newest, F("pk")]


def _documents_alone(ranked: QuerySet[Any], question: Question) -> list[Group]:
    page = ranked.order_by(*_order(question)).values_list("group", "pk")[question.start : question.start + question.size]
    return [Group(group, below=(pk,), below_count=1) for group, pk in page]


def _grouped(ranked: QuerySet[Any], question: Question) -> list[Group]:
    """Groups by the best document of each, or by the newest."""
    groups = (
        ranked.order_by().values("group").annotate(below=Count("pk", filter=Q(is_heading=False)), best=Max("score"), newest=Max("date"))
    )
    newest = F("newest").desc(nulls_last=True)
    ordered = groups.order_by(newest, "group") if _is_by_date(question) else groups.order_by("-best", newest, "group")
    page = list(ordered[question.start : question.start + question.size])
    best = _best_of(ranked, [row["group"] for row in page], question)
    return [
        Group(row["group"], tuple(best.get((row["group"], True), ())), tuple(best.get((row["group"], False), ())), row["below"])
        for row in page
    ]


def _best_of(ranked: QuerySet[Any], groups: list[str], question: Question) -> dict[tuple[str, bool], list[int]]:
    """The best headings of groups, and the best of what stands below them."""
    place = Window(RowNumber(), partition_by=[F("group"), F("is_heading")], order_by=_order(question))
    rows = ranked.filter(group__in=groups).annotate(place=place).filter(place__lte=BEST_OF_GROUP).order_by("group", "place")
    best: dict[tuple[str, bool], list[int]] = {}
    for group, is_heading, pk in rows.values_list("group", "is_heading", "pk"):
        best.setdefault((group, is_heading), []).append(pk)
    return best


def _facets(question: Question) -> dict[str, dict[str, int]]:
    """Counts of all facets: in one query, and one more for each facet that is filtered by."""
    counts: dict[str, dict[str, int]] = {}
    _count(SearchFacetValue.objects.exclude(name__in=list(question.filters)), _matching(question), counts)
    for name in question.filters:
        _count(SearchFacetValue.objects.filter(name=name), _matching(question, ignoring=name), counts)
    return counts


def _count(values: QuerySet[SearchFacetValue], documents: QuerySet[SearchDocument], counts: dict[str, dict[str, int]]) -> None:
    rows = values.filter(document__in=documents.values("pk")).order_by().values_list("name", "value").annotate(Count("pk"))
    for name, value, count in rows:
        counts.setdefault(name, {})[value] = count
