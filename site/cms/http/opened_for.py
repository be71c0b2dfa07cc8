"""For whom a form was opened, and about what: written into the form and signed, so that it can be asked again when the form is sent.

The field comes with the token of every form (`csrf_token`, see cms.templatetags.form_tokens); `asking_again` reads it.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest
from django.utils.functional import Promise

FIELD = "opened_for"
NOW_FIELD = "opened_now"
"""The button that sends a form as who is there now, though it was opened for somebody else."""
SALT = "cms.opened_for"
NOBODY, UNREADABLE = 0, -1
PROOF_LIVES = 3 * 24 * 60 * 60


class Gone(Http404):
    """What a form is about is not there for this person. The words tell what became of it: only to whom the form was opened for."""

    def __init__(self, words: str | Promise = "") -> None:
        super().__init__(str(words))
        self.words = words


@dataclass(frozen=True)
class Opened:
    """What a form says of itself: the account it was opened for, the office that one acted for, the address it is about."""

    account: int
    office: int = 0
    about: str = ""

    def is_for(self, request: HttpRequest) -> bool:
        """Whether the one who sends it is the one it was opened for."""
        return self.account == account_of(request)

    def proves(self, request: HttpRequest) -> bool:
        """Whether the sender was once shown what is at this address."""
        return self.is_for(request) and bool(self.about) and self.about == request.path


def account_of(request: HttpRequest) -> int:
    """The number of the account that asks, or nobody's."""
    user = getattr(request, "user", None)
    return user.pk if user is not None and user.is_authenticated else NOBODY


def is_about_this(request: HttpRequest, office: int = 0) -> None:
    """What stands at this address may be seen by who asks: forms opened in this answer prove it."""
    request.form_is_about = (request.path, office)  # type: ignore[attr-defined]


def field_value(request: HttpRequest) -> str:
    """What the field of a form holds that is opened now."""
    about, office = getattr(request, "form_is_about", ("", 0))
    return signing.dumps([account_of(request), office, about], salt=SALT)


def value_for_now(request: HttpRequest) -> str:
    """What the button holds that sends a form as who is there now; it proves nothing of what that one has seen."""
    return signing.dumps([account_of(request), 0, ""], salt=SALT)


def opened_of(request: HttpRequest) -> Opened | None:
    """What a sent form says of itself; None for one that says nothing."""
    value = request.POST.get(NOW_FIELD) or request.POST.get(FIELD)
    return None if value is None else _read(value) or Opened(UNREADABLE)


def belongs_to_sender(request: HttpRequest) -> bool:
    """Whether a form was opened for the account that sends it, not long ago: nobody else's page can hold its signature."""
    known = _read(request.POST.get(FIELD, ""), max_age=PROOF_LIVES)
    return known is not None and known.account != NOBODY and known.is_for(request)


def is_public(request: HttpRequest) -> bool:
    """Whether an address lies outside the admin, whose editor keeps its words in its own way."""
    return not request.path_info.startswith("/admin/")


def sends_no_cookie(request: HttpRequest) -> bool:
    """Whether a form of ours came without the cookie that was set with it: the browser takes none."""
    return "csrfmiddlewaretoken" in request.POST and settings.CSRF_COOKIE_NAME not in request.COOKIES


def _read(value: str, max_age: int | None = None) -> Opened | None:
    try:
        holds: Any = signing.loads(value, salt=SALT, max_age=max_age)
    except signing.BadSignature:
        return None
    return Opened(*holds)
