"""A refusal that a person can act on: a message, and where to go on."""

from django.utils.functional import Promise


class ActionRefused(Exception):
    """An action says no. `messages` are sentences in the reader's language; `return_url` leads back, `field` is what they are about.

    It is no PermissionDenied: Wagtail replaces that one's text with its own.
    """

    def __init__(self, *messages: str | Promise, return_url: str = "", field: str = "") -> None:
        self.messages = messages
        self.return_url = return_url
        self.field = field
        super().__init__(" ".join(str(message) for message in messages))
