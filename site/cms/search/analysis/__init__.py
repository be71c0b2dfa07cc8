"""What a text says to the search: words with their places, each as its index term.

One analysis for both engines, in Python. It is asked once when a text is written, and again for what people type.
"""

import gc

from cms.search.analysis import words
from cms.search.analysis.tokens import Token, WordToken, tokens_of, words_of

__all__ = ["Token", "WordToken", "load_dictionaries", "tokens_of", "words_of"]


def load_dictionaries() -> None:
    """Load the dictionaries before the server forks: its processes share them, since nothing writes to them any more."""
    words.warm()
    tokens_of("cykelvägarna", "sv")  # what is counted over the dictionary once
    gc.freeze()
