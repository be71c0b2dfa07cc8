"""Of which pages a person in the admin may know: the own ones, the way down to them, and what is published."""

from contextvars import ContextVar
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms.people import Person
from cms.visibility import visible_to

ANY_RIGHT = frozenset({"add", "change", "publish", "lock", "unlock", "bulk_delete"})

reader: ContextVar[Any] = ContextVar("who reads the admin", default=None)


def known_pages(person: Person) -> QuerySet[Page]:
    """Pages whose name a person may read in the admin."""
    if person.is_superuser:
        return Page.objects.all()
    seen = visible_to(Page.objects.all(), person)
    return Page.objects.filter(pk__in=seen.values("pk")) | explorable_pages(person)


def explorable_pages(person: Person) -> QuerySet[Page]:
    """Pages that the explorer shows: the own ones, and those above them."""
    policy = PagePermissionPolicy()
    if not policy.user_has_any_permission(person, ANY_RIGHT):
        return Page.objects.none()
    return Page.objects.filter(pk__in=policy.explorable_instances(person).values("pk"))


def works_with(page: Page, person: Person) -> bool:
    """Whether a page is a person's own: a right on it or above it, or the task of reviewing it."""
    if PagePermissionPolicy().user_has_any_permission_for_instance(person, ANY_RIGHT, page):
        return True
    task = page.current_workflow_task
    return bool(task and task.user_can_access_editor(page, person))


def title_for_reader(page: Page, title: str) -> str:
    """The title of a draft for whoever works with the page; for others the published one."""
    person = reader.get()
    return title if person is None or title == page.title or works_with(page, person) else page.title
