"""Ask an address as somebody, about something, and put the answer into one word."""

import fnmatch
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.models import Page, PageViewRestriction

from tests.permissions.policies import Policy
from tests.permissions.table import POLICIES
from tests.permissions.urls import Address, every_address
from tests.permissions.world import Side, World
from tests.signing_in import sign_in

PAGE_ARGUMENTS = {"page_id", "parent_page_id", "page_to_move_id", "page_pk"}
LOGIN = ("/konto/login/", "/admin/login/")


@dataclass(frozen=True)
class Question:
    """One address with its arguments filled in. `foreign`: the thing belongs to the other administration."""

    address: Address
    policy: Policy
    url: str
    thing: str
    foreign: bool

    def __str__(self) -> str:
        whose = "foreign " if self.foreign else ""
        return f"{self.address.key} [{whose}{self.thing}]" if self.thing else self.address.key


def client_of(person: Any) -> Client:
    """A browser in which a person is signed in. An error of the site is an answer (500), not an exception."""
    client = Client(raise_request_exception=False)
    if person is not None:
        sign_in(client, person)
    return client


def in_a_word(response: Any) -> str:
    """The answer as the table says it."""
    target = response.get("Location", "")
    if response.status_code in (301, 302):
        if target.startswith(LOGIN):
            return "login"
        return "refused" if target == reverse("wagtailadmin_home") else "ok"
    words = {200: "ok", 204: "ok", 400: "bad", 401: "refused", 403: "refused", 404: "missing", 405: "post", 409: "refused"}
    return words.get(response.status_code, str(response.status_code))


def text_of(response: Any) -> str:
    """Everything an answer says: its headers and its body, whatever the kind."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return f"{headers}\n{body.decode('utf-8', 'replace')}"


def matches(key: str, names: str) -> bool:
    """Whether an address is meant by names (with * for any)."""
    return any(fnmatch.fnmatchcase(key, name) for name in names.split())


def policies_of(address: Address) -> list[Policy]:
    """The rows of the table that name an address."""
    return [policy for policy in POLICIES if matches(address.key, policy.names)]


def every_question(world: World, own: Side) -> Iterator[Question]:
    """The whole table, asked from one side."""
    for address in every_address():
        for policy in policies_of(address):
            yield from questions(address, world, own, policy)


@contextmanager
def undrawn(really: bool) -> Iterator[None]:
    """Answers without their words: what is asked is whether there is one."""
    if not really:
        yield
        return
    with patch.object(SimpleTemplateResponse, "rendered_content", "", create=True):
        yield


def questions(address: Address, world: World, own: Side, policy: Policy) -> Iterator[Question]:
    """The address about each thing: the person's own, then the same of the other side."""
    other = world.b if own is world.a else world.a
    for thing in policy.about.split() or [""]:
        for side in (own, other) if thing in own.things else (own,):
            if address.key == "wagtail_serve":
                url = (side.things.get(thing) or world.shared[thing]).get_url()
            else:
                url = _url(address, _arguments(address, world, side, own, thing) | _given(address, policy))
            filled = _query(policy.query, side, own, thing)
            yield Question(address, policy, f"{url}?{filled}" if filled else url, thing, side is not own)


def _given(address: Address, policy: Policy) -> dict[str, str]:
    return {name: value for name, value in policy.given.items() if name in address.arguments}


def _url(address: Address, arguments: dict[str, Any]) -> str:
    if address.key == address.route:
        return "/" + address.route.replace("^", "").removesuffix("$")
    return reverse(address.key, kwargs=arguments)


def _query(query: str, side: Side, own: Side, thing: str) -> str:
    """`id=draft` names a thing of the side; `id=own.draft` one of the person's own."""
    pairs = []
    for pair in query.split("&") if query else ():
        name, value = pair.split("=")
        where, value = (own, value.removeprefix("own.")) if value.startswith("own.") else (side, value)
        value = thing if value == "THING" else value
        pairs.append((name, getattr(where.things.get(value), "pk", value)))
    return urlencode(pairs)


def _arguments(address: Address, world: World, side: Side, own: Side, thing: str) -> dict[str, Any]:
    found = side.things.get(thing) or world.shared.get(thing)
    return {name: _argument(name, address, side, own, found) for name in address.arguments}


def _argument(name: str, address: Address, side: Side, own: Side, found: Any) -> Any:
    if name in PAGE_ARGUMENTS or (name == "pk" and isinstance(found, Page)):
        return found.pk if isinstance(found, Page) else side.things["draft"].pk
    if name == "destination_id":
        return own.section.pk
    if name == "revision_id":
        return (found if isinstance(found, Page) else side.things["draft"]).latest_revision_id or 1
    if name in SIDE_ARGUMENTS:
        thing = SIDE_ARGUMENTS[name]
        return side.things[f"{thing}_{'image' if 'image' in address.key else 'document'}" if thing == "upload" else thing].pk
    if name == "page_view_restriction_id":
        return PageViewRestriction.objects.order_by("pk").first().pk
    if name in FIXED:
        return FIXED[name]
    return getattr(found, "slug" if name == "slug" else "pk", None) or 1


SIDE_ARGUMENTS = {
    "image_id": "image",
    "document_id": "document",
    "doc_id": "document",
    "uploaded_file_id": "upload",
    "translation_id": "translation",
    "translation_source_id": "translation_source",
    "redirect_id": "redirect",
    "task_state_id": "task_state",
    "task_id": "task",
    "workflow_state_id": "workflow_state",
    "workflow_pk": "workflow",
    "session_id": "session",
    "theme": "theme",
    "decision": "decision",
    "collection_id": "collection",
    "string_segment_id": "string_segment",
    "overridable_segment_id": "string_segment",
}
FIXED = {
    "content_type_app_name": "participation",
    "content_type_model_name": "outcomepage",
    "app_label": "participation",
    "model_name": "dialoguepage",
    "app_name": "cms",
    "action_name": "approve",
    "filter_spec": "max-165x165",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "uidb64": "MQ",
    "uidb36": "1",
    "token": "set-password",
    "key": "abc-def",
    "code": "ABCD-EFGH-JKM",
    "mode": "x",
    "name": "1.1",
}
