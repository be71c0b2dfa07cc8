from participation.api import TellMeForm


class SignForm(TellMeForm):
    """A name, why one signs, and whether one wants to hear what becomes of it."""
