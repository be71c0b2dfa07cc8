"""Words as index terms: the dictionary's lemma, then Snowball; the same when a text is indexed and when a question is asked."""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import simplemma
import snowballstemmer
from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY, SUPPORTED_LANGUAGES

DATA = Path(__file__).resolve().parent / "data"
WARM = ("sv", "en")
_SNOWBALL = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "tr": "turkish",
}
_NOUN_ENDINGS = ("en", "et", "n", "t")
_COMPARED = ("are", "ast")
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 4
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})


@lru_cache(maxsize=100_000)
def term_of(word: str, language: str = "sv") -> str:
    """The index term of one word in lower case: its lemma, stemmed."""
    return stem(lemma_of(word, language), language)


def lemma_of(word: str, language: str = "sv") -> str:
    """The dictionary form of a word, as well as it can be known without its sentence."""
    if language == "sv":
        return pairs_of("exceptions.txt").get(word) or _own_word(word) or _swedish_lemma(word)
    if language in SUPPORTED_LANGUAGES:
        return simplemma.lemmatize(word, language).lower()
    return word


def stem(lemma: str, language: str = "sv") -> str:
    """What Snowball leaves of a word; a name of our own stays as it is."""
    if language == "sv" and lemma in own_words():
        return lemma
    stemmer = _stemmer(language)
    return lemma if stemmer is None else stemmer.stemWord(lemma) or lemma


def is_stop(word: str, language: str) -> bool:
    """Whether a word is too common to be searched for; negations never are."""
    return word in _stop_words(language)


def fold(word: str) -> str:
    """The word in plain letters, as somebody with a foreign keyboard types it."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(ch for ch in apart if not unicodedata.combining(ch)).translate(_LETTERS)


def warm() -> None:
    """Load the dictionaries once, before the server's processes part."""
    for language in WARM:
        term_of("a", language)
    sorted_lemmas()


def look_up(word: str) -> str | None:
    """What the Swedish dictionary says a form belongs to, or None."""
    return _dictionary().get(word)


@cache
def sorted_lemmas() -> tuple[list[str], list[str]]:
    """Every lemma of the Swedish dictionary in alphabetical order, and the same spelt backwards."""
    words = {word for word in _dictionary().values() if word.isalpha()}
    return sorted(words), sorted(word[::-1] for word in words)


@lru_cache(maxsize=50_000)
def is_noun(lemma: str) -> bool:
    """Whether the dictionary knows definite forms of it, as only nouns have them."""
    return any(look_up(form) == lemma for form in _definite_forms(lemma))


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The entries of one of our data files, without comments."""
    lines = (line.split("#")[0].rstrip() for line in (DATA / name).read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line)


@cache
def pairs_of(name: str) -> dict[str, str]:
    """The entries of a data file that has two columns."""
    return dict(line.split("\t") for line in lines_of(name))


@cache
def own_words() -> frozenset[str]:
    """Words of the municipality that no dictionary has, place names above all."""
    return frozenset(lines_of("own_words.txt"))


def _swedish_lemma(word: str) -> str:
    lemma = look_up(word)
    if lemma is None:
        return _lemma_of_unknown(word)
    if lemma == word or _stands_for_itself(word, lemma):
        return _lemma_of_participle(word)
    further = look_up(lemma)
    if further is None or further == lemma or _stands_for_itself(lemma, further):
        return _lemma_of_participle(lemma)
    return further


def _lemma_of_participle(word: str) -> str:
    """ "planerad" belongs to "planera" and "ledd" to "leda", as "planerade" and "ledde" do; other words stay."""
    if word.endswith("d") and not is_noun(word):
        for verb, present in ((word[:-1], word[:-1] + "r"), (word[:-1] + "a", word[:-1] + "er")):
            if verb.endswith("a") and look_up(present) == verb:
                return _swedish_lemma(verb)
    return word


def _stands_for_itself(word: str, lemma: str) -> bool:
    """Whether a word is one of its own although it could be a form: "kris" is a noun, and no verb in the imperative."""
    if word in (_contracted(lemma) + "a", *(lemma + ending for ending in ("a", *_COMPARED))):
        return False  # "öppna" of "öppen", "friare" of "fri"
    if word.endswith("a") and look_up(word + "r") == word:
        return True
    if lemma in (word + "a", _contracted(word) + "a"):
        return is_noun(word) or any(look_up(word + ending) == word for ending in _COMPARED)
    return is_noun(word) and (word.startswith(lemma.rstrip("a")) or lemma.endswith("um"))


def _contracted(word: str) -> str:
    """The word as it stands before a vowel: "enkl" for "enkel"."""
    if word[-2:] not in ("el", "er", "en"):
        return word
    return (word[:-3] if word[-4:-2] == "mm" else word[:-2]) + word[-1]


def _definite_forms(lemma: str) -> list[str]:
    forms = [lemma + ending for ending in _NOUN_ENDINGS]
    if (bare := _contracted(lemma)) != lemma:
        forms += [bare + ending for ending in ("et", "arna", "en")]
    if lemma[-1:] in ("m", "n"):
        forms += [lemma + lemma[-1] + ending for ending in ("en", "et")]
    if lemma.endswith("um"):
        forms.append(lemma[:-2] + "et")
    return forms


def _lemma_of_unknown(word: str) -> str:
    """A compound that is in no dictionary is inflected like its last part; of a name only the genitive goes."""
    for start in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
        tail = word[start:]
        if look_up(tail) is not None:
            return word[:start] + _swedish_lemma(tail)
    if word.endswith("s") and len(word) > _SHORTEST_TAIL:
        return lemma_of(word[:-1])
    return word


def _own_word(word: str) -> str | None:
    bare = word[:-1] if word.endswith("s") and word not in own_words() else word
    return bare if bare in own_words() else None


@cache
def _stop_words(language: str) -> frozenset[str]:
    return frozenset(lines_of(f"stop_{language}.txt")) if language in WARM else frozenset()


@cache
def _stemmer(language: str) -> "snowballstemmer.stemmer | None":
    return snowballstemmer.stemmer(_SNOWBALL[language]) if language in _SNOWBALL else None


@cache
def _dictionary() -> Mapping[str, str]:
    return DEFAULT_DICTIONARY_FACTORY.get_dictionary("sv")
