"""The parts of Swedish compounds, so that "cykel" finds "cykelvägarna"; careful, because a false part finds what nobody meant."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from cms.search.analysis.words import is_noun, is_stop, lemma_of, lines_of, look_up, own_words, pairs_of, sorted_lemmas, term_of

_SHORTEST_WORD = 6
_SHORTEST_FIRST, _SHORTEST_LAST, _SHORTEST_TAIL = 3, 4, 2
# By the length of a part: how many words of the dictionary have to be made with it.
_FEWEST_FIRST = {4: 4, 5: 3}
_SHORT, _OFTEN = 5, 4
_FEWEST_LAST, _FEWEST_AFTER_STRONG = 6, 1
_KNOWN = 3.0
_PLURALS = (("ar", ""), ("er", ""), ("en", ""), ("et", ""), ("arna", ""), ("erna", ""), ("or", "a"), ("orna", "a"))
_PREFIXES = ("för", "ut", "upp", "till", "över", "under", "genom", "mot")
_CONSONANTS = frozenset("bdfglmnprst")


class Split(NamedTuple):
    """A way to take a word apart: the words of its parts, and how usual such parts are."""

    score: float
    first: str
    last: str


def parts_of(word: str, language: str = "sv") -> tuple[str, ...]:
    """The index terms of the parts of a compound; none where the word is no compound."""
    if language != "sv":
        return ()
    whole = term_of(word)
    return tuple(dict.fromkeys(term for part in words_in(word) if (term := term_of(part)) != whole))


@lru_cache(maxsize=50_000)
def words_in(word: str) -> tuple[str, ...]:
    """The words a compound is made of; a half that is a compound itself comes after its parts."""
    by_hand = pairs_of("compounds.txt")
    if "-" in word.strip("-"):
        pieces = [piece for piece in word.split("-") if len(piece) > 1 and not is_stop(piece, "sv")]
        return tuple(part for piece in pieces for part in (*words_in(piece), lemma_of(piece)))
    lemma = lemma_of(word)
    if word in by_hand or lemma in by_hand:
        return tuple((by_hand.get(word) or by_hand[lemma]).split())
    if len(word) < _SHORTEST_WORD or lemma in own_words() or {word, lemma} & _entries("whole_words.txt"):
        return ()
    best = max(_splits(_to_split(word, lemma)), default=None)
    if best is None:
        return ()
    return tuple(dict.fromkeys((*_with_its_parts(best.first), *_with_its_parts(best.last))))


def _with_its_parts(half: str) -> tuple[str, ...]:
    """The half itself only where it is a word, or a compound of two words."""
    parts = words_in(half)
    return (*parts, half) if look_up(half) is not None or len(parts) <= 2 else parts


def _to_split(word: str, lemma: str) -> str:
    """The lemma where the dictionary has it, so that endings are not taken for words; never much longer than the word."""
    if look_up(word) is None or len(lemma) > len(word) + 1:
        return word
    return "" if lemma.endswith("era") and look_up(lemma + "r") == lemma else lemma


def _splits(word: str) -> Iterator[Split]:
    for place in range(_SHORTEST_FIRST, len(word) - _SHORTEST_TAIL + 1):
        head, tail = word[:place], word[place:]
        first = _first_word(head)
        if first is None:
            continue
        for last in _last_words(head, tail):
            yield Split(_weight(first, _made_with(head)) + _weight(last, _ending_in(last)), first, last)


def _weight(word: str, others: int) -> float:
    """How usual a part is; what the dictionary does not know has to be a compound itself, and counts for less."""
    return log(1 + others) + (_KNOWN if look_up(word) is not None else 0)


@lru_cache(maxsize=50_000)
def _first_word(head: str) -> str | None:
    """The word a first part stands for: "gatu" is gata, "medborgar" is medborgare."""
    bare = head if is_noun(head) else head.removesuffix("s")
    if (linked := pairs_of("first_parts_links.txt").get(head)) is not None:
        return linked
    if {head, bare} & _entries("first_parts_stop.txt") or _is_torn(bare):
        return None
    is_trusted = not {head, bare}.isdisjoint(_entries("first_parts_trusted.txt"))
    if not is_trusted and (len(bare) <= _SHORTEST_FIRST or _made_with(head) < _FEWEST_FIRST.get(len(bare), 0)):
        return None
    return next(_linked(head), None)


def _is_torn(head: str) -> bool:
    """Whether it is a prefix and the beginning of something else: "förta" of "förtal"."""
    return any(head.startswith(prefix) and len(head) - len(prefix) < _SHORTEST_FIRST for prefix in _PREFIXES)


def _linked(head: str) -> Iterator[str]:
    """The words that take this form before another, the likeliest first."""
    if is_noun(head):
        yield head
    if head.endswith("s"):
        yield from (word for word in (head[:-1], head[:-1] + "e", head[:-1] + "a") if is_noun(word))
    if head[-1] in "aeou":
        yield from (word for word in (head[:-1] + "a", head[:-1] + "e", head[:-1]) if is_noun(word))
    yield from (word for word in (head + "a", head + "e") if is_noun(word))
    if look_up(head) is not None:
        yield lemma_of(head)
    yield from (word for word in (head.removesuffix("s"), head, head + "e") if look_up(word) is None and words_in(word))


@lru_cache(maxsize=50_000)
def _last_word(form: str, needed: int) -> str | None:
    """The word a last part is a form of, where it may end a compound; short ones have to be usual as such."""
    nouns = list(_nouns_of(form))
    if nouns:
        stop = _entries("last_parts_stop.txt")
        usable = (noun for noun in nouns if not {form, noun} & stop and _may_end(noun, form, needed))
        return next(usable, None)
    lemma = lemma_of(form)
    more = (lemma, *(form.removesuffix(ending) for ending in ("t", "a", "et", "en")))
    if (word := next((word for word in more if word in _entries("last_parts_more.txt")), None)) is not None:
        return word
    return lemma if look_up(form) is None and words_in(form) else None


def _may_end(noun: str, form: str, needed: int) -> bool:
    if {form, noun} & _entries("last_parts_trusted.txt"):
        return True
    return min(len(form), len(noun)) >= _SHORTEST_LAST and (len(noun) > _SHORT or _ending_in(noun) >= needed)


def _nouns_of(form: str) -> Iterator[str]:
    """The nouns a form may belong to: "delar" is del here, not dela."""
    if (base_form := look_up(form)) is not None:
        bases = (form.removesuffix(ending) + base for ending, base in _PLURALS if form.endswith(ending))
        yield from (word for word in (lemma_of(form), base_form, *bases) if is_noun(word))


def _last_words(head: str, tail: str) -> Iterator[str]:
    tails = [tail]
    if head[-1] == head[-2] and head[-1] in _CONSONANTS:
        tails.append(head[-1] + tail)
    is_strong = len(head) > _SHORT - 1 and _made_with(head) >= _OFTEN
    needed = _FEWEST_AFTER_STRONG if is_strong else _FEWEST_LAST
    yield from (last for form in tails if (last := _last_word(form, needed)) is not None)


@lru_cache(maxsize=20_000)
def _made_with(head: str) -> int:
    """How many words of the dictionary begin with this and go on with a noun."""
    begun = _beginning_with(head, sorted_lemmas()[0])
    return sum(len(word) - len(head) >= _SHORTEST_LAST and is_noun(word[len(head) :]) for word in begun)


@lru_cache(maxsize=20_000)
def _ending_in(last: str) -> int:
    """How many words of the dictionary end in this word."""
    backwards = _beginning_with(last[::-1], sorted_lemmas()[1])
    return sum(len(word) - len(last) >= _SHORTEST_FIRST for word in backwards)


def _beginning_with(head: str, words: list[str]) -> list[str]:
    return words[bisect_left(words, head) : bisect_left(words, head + chr(0x10FFFF))]


@cache
def _entries(name: str) -> frozenset[str]:
    return frozenset(lines_of(name))
