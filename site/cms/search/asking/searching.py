"""Search: ask the engine, or the database where the engine is away; give second chances; fill the page with what may be seen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import get_language

from cms.people import Person
from cms.search.asking.port import Answer, Begun, Engine, EngineAway
from cms.search.asking.question import Question, Sort, Typed, read_typed
from cms.search.asking.results import Hit, Result, checked, refused_beside, uncounted, visible_hits
from cms.search.asking.similar import SHORTEST
from cms.search.audience import audiences_of
from cms.search.engines import database, present_engine
from cms.search.models import SearchDocument
from cms.search.registry import findables

PAGE_SIZE = 10  # groups, each with the best of what was said below it
MOST_PAGES = 200
ROUNDS = 6  # in which a page is filled that held what the reader may not see
CORRECTED_WORDS = 4


@dataclass(frozen=True)
class Wish:
    """What a reader wants to see: words, filters by stored values, one dialogue's contributions, an order, a page."""

    typed: Typed = field(default_factory=Typed)
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    below: str = ""
    sort: Sort = Sort.RELEVANCE
    page: int = 1


@dataclass(frozen=True)
class ResultPage:
    """A page of results and how they were found.

    `corrected` are the words that were searched instead; `any_word` says that nothing had all the words; `is_fallback` that the search
    node is away and the database has answered.
    """

    results: list[Result]
    answer: Answer
    typed: Typed
    corrected: Typed | None = None
    any_word: bool = False
    is_fallback: bool = False

    @property
    def total(self) -> int:
        return self.answer.total_groups


def find(wish: Wish, person: Person) -> ResultPage:
    """A page of what a person (None: anybody) may find."""
    try:
        return _Search(present_engine(), wish, person).run()
    except EngineAway:
        page = _Search(database.DatabaseEngine(), wish, person).run()
        return replace(page, is_fallback=True)


def suggestions(text: str, person: Person, size: int = 8) -> list[Hit]:
    """Things whose titles have words that begin as those somebody has typed."""
    words = tuple(word.word for word in read_typed(text).words)
    if not words:
        return []
    begun = Begun(words, audiences_of(person), tuple(findable.name for findable in findables if findable.suggested), size * 2)
    try:
        numbers = present_engine().suggest(begun)
    except EngineAway:
        numbers = database.DatabaseEngine().suggest(begun)
    rows = SearchDocument.objects.in_bulk(numbers)
    kept = [rows[number] for number in numbers if number in rows and rows[number].audience in begun.audiences]
    offered = _once(visible_hits(kept, person))
    return sorted(offered, key=lambda hit: _place_of(hit, words[0]))[:size]


def heading_of_group(group: str, person: Person) -> Hit | None:
    """The heading of a group, in the reader's language where there is one; None where the person may not see it."""
    audiences = audiences_of(person)
    rows = SearchDocument.objects.filter(group=group, is_heading=True, audience__in=audiences).order_by("pk")
    hits = visible_hits(rows, person)
    return min(hits, key=lambda hit: hit.document.language != get_language(), default=None)


def _place_of(hit: Hit, beginning: str) -> tuple[bool, int]:
    """Titles that begin so come first, then the kinds in their order."""
    findable = findables.get(hit.document.kind)
    return not hit.document.title_words.startswith(f" {beginning}"), findable.order if findable else 0


def _once(hits: list[Hit]) -> list[Hit]:
    """Each group once: in the reader's language where it has a hit in it."""
    own = {hit.document.group for hit in hits if hit.document.language == get_language()}
    first_hits: dict[str, Hit] = {}
    for hit in hits:
        if hit.document.language == get_language() or hit.document.group not in own:
            first_hits.setdefault(hit.document.group, hit)
    return list(first_hits.values())


class _Search:
    """One search with one engine."""

    def __init__(self, engine: Engine, wish: Wish, person: Person) -> None:
        self.engine, self.wish, self.person = engine, wish, person
        page = min(max(wish.page, 1), MOST_PAGES)
        self.plain = Question(
            filters=wish.filters,
            audiences=audiences_of(person),
            kinds=tuple(findable.name for findable in findables if findable.listed),
            below=wish.below,
            sort=wish.sort,
            start=(page - 1) * PAGE_SIZE,
            size=PAGE_SIZE,
        )

    def run(self) -> ResultPage:
        """As it was typed; else more kindly; else corrected; else with any of the words."""
        typed = self.wish.typed
        if typed.is_blank:
            return self._fill(self.plain, typed)
        page = self._ask(typed)
        if not page.total:
            page = self._ask(typed, second_chance=True)
        if not page.total:
            corrected = self._corrected(typed)
            page = replace(self._ask(corrected), corrected=corrected) if corrected else page
        if not page.total and len(typed.words) > 1:
            page = replace(self._ask(typed, any_word=True), any_word=True)
        return page

    def _ask(self, typed: Typed, *, second_chance: bool = False, any_word: bool = False) -> ResultPage:
        words = typed.in_languages(second_chance=second_chance or any_word)
        if get_language() not in words:  # to the reader these are stop words only
            return ResultPage([], Answer(), typed)
        if any_word:
            words = {language: asked.some() for language, asked in words.items()}
        return self._fill(replace(self.plain, words=words, any_word=any_word), typed)

    def _fill(self, question: Question, typed: Typed) -> ResultPage:
        """Ask until everything on the page may be seen: what may not is left out of the question, counts and facets included."""
        for number in range(ROUNDS):
            answer = self.engine.search(question)
            shown = checked(answer.groups, question, self.person)
            if shown.is_complete:
                return ResultPage(shown.results, answer, typed)
            more = refused_beside(shown, question, self.person) if number else frozenset()
            question = question.excluding(shown.refused_documents | more, shown.refused_groups)
        return ResultPage(shown.results, uncounted(shown.results, question.start), typed)

    def _corrected(self, typed: Typed) -> Typed | None:
        """The words with those that nobody has written replaced by the likeliest ones."""
        corrections = {}
        for word in [word.word for word in typed.words if word.code is None and len(word.word) >= SHORTEST][:CORRECTED_WORDS]:
            question = replace(self.plain, words=read_typed(word).in_languages(), filters={})
            if question.words and not self.engine.finds(question):
                likely = self.engine.similar_words(word, question)
                corrections.update({word: likely[0]} if likely else {})
        return typed.replaced(corrections) if corrections else None
