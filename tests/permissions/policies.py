"""One row of the permission table, and short words for the usual ones.

Answers: ``ok`` (a page, or on to the next one), ``login``, ``refused`` (403, or home with a message), ``missing`` (404),
``bad`` (400: asked without what it needs), ``post`` (405: only by POST). ``a|b`` allows either.
"""

from dataclasses import dataclass, field
from typing import Any

OK, LOGIN, REFUSED, MISSING, BAD, POST = "ok", "login", "refused", "missing", "bad", "post"
CLOSED = "refused|missing"
WORKERS = ("editor", "publisher", "moderator")


@dataclass(frozen=True)
class Policy:
    """Addresses (names with * for any), what they are asked about, and what people are answered.

    `own`: somebody of the administration about its own thing, or about nothing in particular; `foreign`: the same about
    another's. A moderator edits no page: rows are closed to moderators, but for those that are `moderated`. `roles` says
    where one role is answered otherwise, as (own, foreign). Coordinators and superusers are asked about both sides'
    things and answered alike. `outside` is for whoever does not work in the admin.
    """

    names: str
    about: str = ""
    query: str = ""
    given: dict[str, str] = field(default_factory=dict)
    own: str = OK
    foreign: str = CLOSED
    moderated: bool = False
    coordinator: str = OK
    superuser: str = OK
    outside: str = LOGIN
    roles: dict[str, tuple[str, str]] = field(default_factory=dict)

    def answer(self, role: str, *, foreign: bool) -> str:
        """What a role is to be answered."""
        if role in self.roles:
            return self.roles[role][foreign]
        if role == "moderator" and not self.moderated:
            return CLOSED
        if role in WORKERS:
            return self.foreign if foreign else self.own
        return self.coordinator if role == "coordinator" else self.superuser if role == "superuser" else self.outside


def anybody(names: str, about: str = "", **more: Any) -> Policy:
    """Open to whoever works in the admin, moderators too."""
    return Policy(names, about, moderated=True, **more)


def only_post(names: str, about: str = "", **more: Any) -> Policy:
    """No page: GET is the wrong way to ask."""
    return Policy(names, about, **{"own": POST, "coordinator": POST, "superuser": POST} | more)


def coordinators(names: str, about: str = "", **more: Any) -> Policy:
    """For coordinators and superusers."""
    return Policy(names, about, own=CLOSED, **more)


def superusers(names: str, about: str = "", **more: Any) -> Policy:
    """For superusers only."""
    return Policy(names, about, own=CLOSED, coordinator=CLOSED, **more)


def nobody(names: str, about: str = "", answer: str = CLOSED, **more: Any) -> Policy:
    """This site has no use for it: nobody gets anything."""
    return Policy(names, about, own=answer, foreign=answer, coordinator=answer, superuser=answer, moderated=True, **more)


def site(names: str, answer: str = OK, about: str = "", **more: Any) -> Policy:
    """The public site: everybody is answered alike, but for `roles`."""
    return nobody(names, about, answer, outside=answer, **more)


def many(model: str, action: str, thing: str, query: str = "id=THING", **more: Any) -> Policy:
    """A bulk action; with `&id=own.thing` the own and the foreign are mixed."""
    app_label, model_name = model.split(".")
    return Policy("wagtail_bulk_action", thing, query, {"app_label": app_label, "model_name": model_name, "action": action}, **more)
