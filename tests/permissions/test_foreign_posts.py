"""Sent by hand: nothing of another administration changes, and no answer names what it has not published."""

import hashlib
import json
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from cms.media.models import SiteDocument, SiteImage
from participation.models import Contribution, Decision, DialoguePage, Theme
from tests import factories
from tests.participation.editing.forms import form_of, send
from tests.permissions import asking
from tests.permissions.world import canaries_of

pytestmark = [pytest.mark.django_db, pytest.mark.whole_site]

WORKERS = ("editor", "publisher", "moderator")
FREE_TO_POST = ("logout", "wagtailadmin_choose_", "_chooser:", "editing_sessions", "dismissibles", "account")


def sent_by_hand(own: Any) -> dict[str, Any]:
    """Whatever a view of the admin may read from a form."""
    section = own.section.pk
    return {
        "title": "Övertagen", "slug": "overtagen", "new_title": "Övertagen", "new_slug": "overtagen", "new_parent_page": section,
        "parent_page": section, "chooser": section, "copy_subpages": "on", "publish_copies": "on", "alias": "on", "confirm": "on",
        "action-publish": "1", "action-submit": "1", "publish": "1", "locales": factories.locale("en").pk, "include_subtree": "on",
        "collection": own.things["collection"].pk, "tags": "overtagen", "reason": "threat", "note": "x", "text": "Övertagen",
        "restriction_type": "none", "is_active": "", "role": own.things["editors"].pk, "next": "/admin/", "confirm_workflow_cancellation": "1",
        "words": "x", "theme": "1", "target": "1", "next_step": "x", "next_by": "2031-01-01", "comment": "x", "file": "",
    }  # fmt: skip


def fingerprint(side: Any) -> str:
    """Every row of a side that somebody might want to change."""
    pages = list(Page.objects.filter(path__startswith=side.section.path).order_by("pk").values())
    dialogues = list(DialoguePage.objects.filter(path__startswith=side.section.path).order_by("pk").values())
    ids = [page["page_ptr_id"] for page in dialogues]
    rows = [
        pages,
        dialogues,
        *(list(model.objects.filter(dialogue__in=ids).order_by("pk").values()) for model in (Contribution, Theme, Decision)),
        *(list(model.objects.filter(collection=side.things["collection"]).order_by("pk").values()) for model in (SiteImage, SiteDocument)),
        list(get_user_model().objects.filter(pk__in=[person.pk for person in side.people.values()]).order_by("pk").values()),
        list(side.things["editors"].user_set.order_by("pk").values("pk")),
    ]
    return hashlib.sha256(json.dumps(rows, cls=DjangoJSONEncoder).encode()).hexdigest()


@pytest.mark.parametrize("role", WORKERS)
def test_nothing_of_theirs_changes_and_nothing_is_told(world: Any, role: str) -> None:
    client, before, wrong = asking.client_of(world.person(role)), fingerprint(world.b), []
    form = sent_by_hand(world.a)
    for question in asking.every_question(world, world.a):
        if not question.foreign or not question.address.in_admin or any(part in question.address.key for part in FREE_TO_POST):
            continue
        answer = client.post(question.url, form)
        told = canaries_of(asking.text_of(answer), "b") - canaries_of(question.url, "b")
        if answer.status_code >= 500 or told:
            wrong.append(f"{question}: {answer.status_code} {sorted(told)}")
        if fingerprint(world.b) != before:
            pytest.fail(f"{question} changed something")
    assert not wrong, "\n".join(wrong)


def test_a_copy_into_ones_own_section_makes_no_row_and_no_line_of_the_log(world: Any) -> None:
    client, draft = asking.client_of(world.person("publisher")), world.b.things["draft"]
    rows, lines = Page.objects.count(), PageLogEntry.objects.count()
    for name in ("copy", "add_subpage", "convert_alias"):
        client.post(reverse(f"wagtailadmin_pages:{name}", args=[draft.pk]), sent_by_hand(world.a))
    client.post(reverse("wagtail_localize:submit_page_translation", args=[draft.pk]), sent_by_hand(world.a))
    assert (Page.objects.count(), PageLogEntry.objects.count()) == (rows, lines)


@pytest.mark.parametrize("where", ["move", "bulk move", "copy"])
def test_a_page_does_not_go_into_anothers_section(world: Any, where: str) -> None:
    client, own, target = asking.client_of(world.person("publisher")), world.a.things["locked"], world.b.section
    Page.objects.filter(pk=own.pk).update(locked=False, locked_by=None, locked_at=None)
    before, inside = fingerprint(world.a), Page.objects.descendant_of(target).count()
    if where == "move":
        answer = client.post(reverse("wagtailadmin_pages:move_confirm", args=[own.pk, target.pk]))
    elif where == "bulk move":
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
        answer = client.post(f"{address}?id={own.pk}", {"chooser": target.pk, "move_applicable": "on"})
    else:
        form = {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": target.pk}
        answer = client.post(reverse("wagtailadmin_pages:copy", args=[own.pk]), form)
    assert answer.status_code == 302
    assert "inte din" in client.get("/admin/").content.decode()
    assert Page.objects.descendant_of(target).count() == inside
    assert fingerprint(world.a) == before


@pytest.mark.parametrize("action", ["publish", "unpublish", "move", "delete"])
def test_many_at_once_are_all_or_none(world: Any, action: str) -> None:
    client = asking.client_of(world.person("publisher"))
    own, foreign = world.a.things["locked"], world.b.things["locked"]
    before = fingerprint(world.a), fingerprint(world.b)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    answer = client.post(f"{address}?id={own.pk}&id={foreign.pk}", {"chooser": world.a.section.pk, "include_descendants": "on"})
    assert canaries_of(asking.text_of(answer), "b") == set()
    assert (fingerprint(world.a), fingerprint(world.b)) == before


def test_forged_fields_of_the_page_form_change_nothing(world: Any) -> None:
    client, draft = asking.client_of(world.person("editor")), world.a.things["locked"]
    Page.objects.filter(pk=draft.pk).update(locked=False, locked_by=None, locked_at=None)
    guarded = ("owner_id", "locale_id", "path", "depth", "live", "alias_of_id", "translation_key", "first_published_at", "url_path")
    before = Page.objects.filter(pk=draft.pk).values(*guarded).get()
    stranger, live = world.b.people["editor"], world.b.things["live"]
    forged = {
        "owner": stranger.pk, "locale": factories.locale("en").pk, "path": live.path, "depth": "2", "live": "on", "alias_of": live.pk,
        "translation_key": str(live.translation_key), "first_published_at": "2020-01-01", "url_path": "/", "announced_closes_at": "2020-01-01",
        "title": "Ny titel",
    }  # fmt: skip
    send(client, Page.objects.get(pk=draft.pk).specific, **forged)
    after = Page.objects.filter(pk=draft.pk).values(*guarded).get()
    assert after == before
    assert Page.objects.get(pk=draft.pk).specific.get_latest_revision_as_object().owner_id == before["owner_id"]


@pytest.mark.parametrize("thing", ["image", "document", "draft"])
def test_what_is_anothers_cannot_be_named_in_ones_own_page(world: Any, thing: str) -> None:
    client, own = asking.client_of(world.person("editor")), world.a.things["locked"]
    Page.objects.filter(pk=own.pk).update(locked=False, locked_by=None, locked_at=None)
    page, foreign = Page.objects.get(pk=own.pk).specific, world.b.things[thing]
    form = form_of(client, reverse("wagtailadmin_pages:edit", args=[own.pk]))
    if thing == "image":
        form["image"] = str(foreign.pk)
    else:
        entity = {"type": "DOCUMENT" if thing == "document" else "LINK", "mutability": "MUTABLE", "data": {"id": foreign.pk}}
        block = {
            "key": "a",
            "text": "x",
            "type": "unstyled",
            "depth": 0,
            "inlineStyleRanges": [],
            "entityRanges": [{"offset": 0, "length": 1, "key": 0}],
        }
        form["background"] = json.dumps({"blocks": [block], "entityMap": {"0": entity}})
    versions = page.revisions.count()
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[own.pk]), dict(form.lists()))
    assert canaries_of(asking.text_of(answer), "b") == set()
    assert page.revisions.count() == versions


@pytest.mark.parametrize(
    ("name", "arguments", "form"),
    [
        ("wagtailadmin_choose_page_external_link", [], {}),
        ("wagtailadmin_editing_sessions:ping", ["participation", "dialoguepage", "1", "9" * 20], {}),
        ("wagtailredirects:start_import", [], {}),
        ("wagtailredirects:process_import", [], {}),
        ("wagtail_localize:upload_pofile", ["translation"], {}),
        ("wagtailsnippetchoosers_cms_organisation_place:create", [], {}),
    ],
)
def test_forms_made_by_hand_are_answered_politely(world: Any, name: str, arguments: list[str], form: dict[str, str]) -> None:
    client = asking.client_of(world.people["superuser"])
    filled = [world.a.things[value].pk if value in world.a.things else value for value in arguments]
    answer = client.post(reverse(name, args=filled), form)
    assert answer.status_code < 500


def test_numbers_of_the_whole_site_are_for_those_who_see_all_of_it(world: Any) -> None:
    shown = {role: asking.client_of(world.person(role)).get("/admin/").content.decode() for role in ("editor", "superuser")}
    assert "w-summary__list" not in shown["editor"]
    assert "w-summary__list" in shown["superuser"]
