"""Visits a site from which plugins are left out, and prints as JSON what it finds: `python -m tests.installations.probe`.

It runs in a process of its own, since Django reads its plugins once. It names no plugin: what is missing follows
from the database, which holds pages of every plugin.
"""

import json
from io import StringIO
from typing import Any

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.messages import get_messages  # noqa: E402
from django.core.management import CommandError, call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from cms.accounts.models import User  # noqa: E402
from cms.visibility import visible_to  # noqa: E402
from tests.signing_in import sign_in  # noqa: E402

LEFT_OUT = set(settings.GENSVAR_DISABLED_PLUGINS)
ADMIN_LISTS = ("wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_choose_page", "wagtailadmin_pages:search")
ADMIN_REPORTS = ("wagtailadmin_reports:site_history", "wagtailadmin_reports:aging_pages", "wagtailadmin_reports:page_types_usage")


def find_all() -> dict[str, Any]:
    """Everything that the tests ask about."""
    person = User.objects.create_user("probe@example.org", "probe-probe-probe", is_staff=True, is_superuser=True)
    admin = signed_in(person)
    pages = list(Page.objects.filter(depth__gt=1).select_related("content_type", "locale"))
    missing = [page for page in pages if page.content_type.app_label in LEFT_OUT]
    return {
        "check": printed_by("check", fail_level="WARNING"),
        "migrations": printed_by("makemigrations", check=True, dry_run=True),
        "fronts": {address: look(Client(), address) for address in ("/", "/en/")},
        "addresses": {address: look(Client(), address) for address in ("/kvitto/", "/loften/", "/namnder/", "/konto/login/")},
        "living": {page.url: look(admin, page.url) for page in pages if page.live and page not in missing},
        "missing": {page.url: look(admin, page.url) for page in missing if page.live and not is_front(page)},
        "listed": sorted(page.url for page in visible_to(Page.objects.all(), None) if page in missing),
        "dialogue": dialogue_page(),
        "admin": {name: look(admin, reverse(name))["status"] for name in (*ADMIN_LISTS, *ADMIN_REPORTS)},
        "explored": explored(admin, pages, missing),
        "refused": [refusals(person, page) for page in one_of_each_type(missing)],
    }


def signed_in(person: User) -> Client:
    """A browser that answers 500 as visitors see it."""
    return sign_in(Client(raise_request_exception=False), person)


def printed_by(command: str, **options: Any) -> str:
    """What a command complains about; empty when it is content."""
    out = StringIO()
    try:
        call_command(command, stdout=out, stderr=out, **options)
    except (CommandError, SystemExit) as error:
        return f"{out.getvalue()} {error}"
    return ""


def look(client: Client, address: str) -> dict[str, Any]:
    """How an address answers, and whether it is drawn as a page of the site."""
    response = client.get(address)
    body = b"" if response.streaming else response.content
    return {"status": response.status_code, "styled": b"<main" in body}


def is_front(page: Page) -> bool:
    return page.translation_key == Site.objects.get(is_default_site=True).root_page.translation_key


def dialogue_page() -> dict[str, Any]:
    """A dialogue with comments, as anybody sees it, and the receipt of one comment."""
    if not apps.is_installed("participation"):
        return {}
    from participation.models import Contribution

    contribution = Contribution.objects.published().filter(dialogue__live=True, method="comments").first()
    assert contribution is not None
    drawn = Client().get(contribution.dialogue.url)
    return {
        "status": drawn.status_code,
        "has_comments": 'id="comments-title"' in drawn.content.decode(),
        "receipt": look(Client(), reverse("participation:receipt_detail", args=[contribution.shown_code]))["status"],
    }


def explored(admin: Client, pages: list[Page], missing: list[Page]) -> dict[str, int]:
    """The explorer around every page that has no plugin, at the page itself and at its parent."""
    parents = {page.path[: -page.steplen] for page in missing}
    near = [page for page in pages if page.path in parents or page in missing]
    return {page.title: admin.get(reverse("wagtailadmin_explore", args=[page.pk])).status_code for page in near}


def one_of_each_type(pages: list[Page]) -> list[Page]:
    return list({page.content_type_id: page for page in pages}.values())


def refusals(person: User, page: Page) -> dict[str, Any]:
    """What happens to whoever tries to change or delete a page without a plugin."""
    many = f"?id={page.pk}"
    tries = {
        "edit": ("get", reverse("wagtailadmin_pages:edit", args=[page.pk])),
        "save": ("post", reverse("wagtailadmin_pages:edit", args=[page.pk])),
        "delete": ("post", reverse("wagtailadmin_pages:delete", args=[page.pk])),
        "unpublish": ("post", reverse("wagtailadmin_pages:unpublish", args=[page.pk])),
        "copy": ("get", reverse("wagtailadmin_pages:copy", args=[page.pk])),
        "move": ("get", reverse("wagtailadmin_pages:move", args=[page.pk])),
        "move many": ("get", reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + many),
        "delete many": ("post", reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + many),
    }
    if page.depth > 2:
        tries["delete parent"] = ("post", reverse("wagtailadmin_pages:delete", args=[page.get_parent().pk]))
    return {
        "page": page.title,
        "plugin": page.content_type.app_label,
        "tries": {name: answer(signed_in(person), *asked) for name, asked in tries.items()},
        "unchanged": Page.objects.filter(pk=page.pk, title=page.title, live=page.live, path=page.path).exists(),
    }


def answer(admin: Client, method: str, address: str) -> dict[str, Any]:
    """What one browser is answered; it is a new one, so that no earlier message stands in it."""
    response = getattr(admin, method)(address, {"title": "Changed", "slug": "changed"} if method == "post" else None)
    return {"status": response.status_code, "messages": [str(message) for message in get_messages(response.wsgi_request)]}


if __name__ == "__main__":
    print(json.dumps(find_all()))  # noqa: T201
