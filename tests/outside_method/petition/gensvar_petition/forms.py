from participation.contributions.forms import WordsForm


class SignForm(WordsForm):
    """A name, and why one signs."""
