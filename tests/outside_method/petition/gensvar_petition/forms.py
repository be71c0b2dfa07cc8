from participation.api import WordsForm


class SignForm(WordsForm):
    """A name, and why one signs."""
