"""What every installation needs: languages, a front, groups, the workflow, and what its plugins ask for.

Everything here may run again: it makes what is missing and leaves what people have changed.
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import translation
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from cms.models import SiteIdentity
from cms.organisation.actions import grant_section_rights
from cms.organisation.roles import COORDINATORS
from cms.organisation.staff import staff_group
from cms.organisation.workspaces import file_permissions, open_missing_workspaces
from cms.pages.base import site_fronts
from cms.plugins import enabled_plugins

COORDINATOR_RIGHTS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")  # all that they may give
STOCK_GROUPS = ("Editors", "Moderators")
STOCK_WORKFLOW = "Moderators approval"
WORKFLOW = "Kontroll före publicering"


@dataclass(frozen=True)
class Words:
    """A page's words in one language: title, address, and any other fields."""

    title: str
    slug: str
    fields: dict[str, Any] = field(default_factory=dict)


FRONT_WORDS = {"sv": Words("Start", "start"), "en": Words("Start", "start")}


@transaction.atomic
def setup_site() -> Page:
    """Make everything that is missing; returns the front in the default language."""
    with translation.override(settings.LANGUAGE_CODE):
        for code, _name in settings.LANGUAGES:
            Locale.objects.get_or_create(language_code=code)
        front = Page.objects.get(pk=_ensure_front().pk).specific  # read again: it counts its children in memory
        _ensure_groups(front)
        _ensure_workflow()
        for plugin in enabled_plugins():
            plugin.setup_site(front)
        open_missing_workspaces()
    front.refresh_from_db()
    return front


def ensure_page(parent: Page, model: type[Page], words: dict[str, Words], *, page: Page | None = None, **facts: Any) -> Any:
    """A live page below `parent` in every language of `words`; returns the one in the default language.

    `page` is that page where it is known already: then only missing translations are made.
    """
    if page is None:
        said = words[settings.LANGUAGE_CODE]
        page = model(title=said.title, slug=said.slug, locale=Locale.get_default(), **facts, **said.fields)
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        page.save_revision().publish()
    for code, said in words.items():
        _ensure_translation(page, code, said)
    return page


def _ensure_translation(page: Page, code: str, words: Words) -> None:
    """A real translation, not an alias: an alias would repeat the words of the other language."""
    locale = Locale.objects.get(language_code=code)
    if page.locale_id == locale.pk or page.has_translation(locale):
        return
    copy = page.copy_for_translation(locale).specific
    for name, value in {"title": words.title, "draft_title": words.title, **words.fields}.items():
        setattr(copy, name, value)
    if not copy.get_parent().is_root():  # fronts stand side by side, and their address is never seen
        copy.slug = words.slug
    copy.save_revision().publish()


def _ensure_front() -> Page:
    """The page at `/`: of the type that a plugin marks as the site's front, else a plain page."""
    model = next(iter(site_fronts()), Page)
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    known = site.root_page if site is not None and not _is_welcome_page(site.root_page) else None
    if known is not None:
        known = _with_type(known, model)
    front = ensure_page(Page.objects.get(depth=1), model, FRONT_WORDS, page=known)
    _ensure_site(site, front)
    for page in Page.objects.filter(depth=2):
        if _is_welcome_page(page):
            page.delete()
    return front


def _with_type(page: Page, model: type[Page]) -> Page:
    """A plain front, made while no plugin had a type for it, gets the type in every language."""
    if model is not Page and page.specific_class is Page:
        for plain in page.get_translations(inclusive=True):
            model(page_ptr=plain).save_base(raw=True)  # the page is there already; only its row of this type is new
            Page.objects.filter(pk=plain.pk).update(content_type=ContentType.objects.get_for_model(model))
        page = Page.objects.get(pk=page.pk)
    return page.specific


def _ensure_site(site: Site | None, front: Page) -> None:
    base = urlsplit(settings.BASE_URL)
    port = base.port or (443 if base.scheme == "https" else 80)
    site = site or Site(is_default_site=True)
    site.hostname, site.port, site.root_page = (
        base.hostname or "localhost",
        port,
        front.page_ptr if hasattr(front, "page_ptr") else front,
    )
    site.save()
    Site.clear_site_root_paths_cache()
    SiteIdentity.for_site(site)


def _is_welcome_page(page: Page) -> bool:
    """The page that Wagtail's own migrations make."""
    return page.specific_class is Page and page.slug == "home" and page.title.startswith("Welcome to your new Wagtail site")


def _ensure_groups(front: Page) -> None:
    """The staff group and the coordinators; Wagtail's own groups, which have rights on the root, go."""
    Group.objects.filter(name__in=STOCK_GROUPS).delete()
    staff_group()
    coordinators, is_new = Group.objects.get_or_create(name=COORDINATORS)
    if not is_new:
        return
    grant_section_rights(coordinators, front, COORDINATOR_RIGHTS)
    coordinators.permissions.add(Permission.objects.get(content_type__app_label="wagtail_localize", codename="submit_translation"))
    coordinators.permissions.add(*Permission.objects.filter(content_type__app_label="cms_organisation"))
    coordinators.permissions.add(Permission.objects.get(content_type__app_label="cms", codename="change_siteidentity"))
    coordinators.permissions.add(Permission.objects.get(content_type__app_label="cms_outbox", codename="change_job"))
    root = Collection.get_first_root_node()
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=coordinators, collection=root, permission=permission) for permission in file_permissions()
    )


def _ensure_workflow() -> None:
    """The workflow: who may not publish sends a page to the coordinators. Wagtail's own asks a group that is gone."""
    Workflow.objects.filter(name=STOCK_WORKFLOW, workflow_states=None).delete()
    GroupApprovalTask.objects.filter(name=STOCK_WORKFLOW, task_states=None).delete()
    if Workflow.objects.exists():
        return
    task = GroupApprovalTask.objects.create(name=WORKFLOW)
    task.groups.add(Group.objects.get(name=COORDINATORS))
    workflow = Workflow.objects.create(name=WORKFLOW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.update_or_create(page=Page.objects.get(depth=1), defaults={"workflow": workflow})
