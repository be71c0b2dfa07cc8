"""The workspace of an administration: its section in every language, its three groups, its collection, its workflow.

`open_workspace` makes what is missing and renames what still bears the old name. It runs after an
administration is created or changed, and in `setup_site`; it takes nothing away from anybody.
"""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from cms import clock
from cms.organisation.actions import grant_section_rights
from cms.organisation.models import Administration, AdministrationRole
from cms.organisation.roles import Role, coordinator_group, group_of
from cms.organisation.staff import staff_group
from cms.plugins import enabled_plugins

FILE_RIGHTS = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
"""Of Wagtail's own models: its admin asks those, whatever model an installation uses."""
PAGE_RIGHTS: dict[str, tuple[str, ...]] = {
    Role.EDITOR: ("add_page", "change_page"),
    Role.PUBLISHER: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    Role.MODERATOR: (),  # sees and moderates what is said (participation.contributions.rules.can_moderate), edits no page
}
GROUP_WORDS = {Role.EDITOR: "redaktörer", Role.PUBLISHER: "publicister", Role.MODERATOR: "moderatorer"}
OLD_GROUP = "Redaktörer %s"
"""What an administration's only group was called before there were roles; its members did all three."""
NAME_MOST = 150


@transaction.atomic
def open_workspace(administration: Administration) -> None:
    """Give an administration what it needs to work in, or what is missing of it. Idempotent."""
    row = Administration.objects.select_for_update(of=("self",)).select_related("collection").get(pk=administration.pk)
    groups = {role: _ensure_group(row, role) for role in Role}
    collection = _ensure_collection(row)
    for group in (groups[Role.EDITOR], groups[Role.PUBLISHER]):
        _grant_files(group, collection)
        group.permissions.add(_permission("wagtail_localize", "submit_translation"))
    sections = [section for plugin in enabled_plugins() for section in plugin.open_workspace(row)]
    for section in sections:
        for role, group in groups.items():
            grant_section_rights(group, section, PAGE_RIGHTS[role])
    _ensure_workflow(row, groups[Role.PUBLISHER], sections)
    _adopt_old_group(row, groups)
    _remember(row, collection)
    administration.refresh_from_db()


def open_changed_workspace(request: HttpRequest, instance: Any) -> None:
    """Hooks `after_create_snippet` and `after_edit_snippet`."""
    if isinstance(instance, Administration):
        open_workspace(instance)


def open_missing_workspaces() -> None:
    """Open the workspaces that are missing, for `setup_site`; administrations that have ended and never had one get none."""
    for administration in Administration.objects.all():
        if administration.room_name or administration.valid_to is None or administration.valid_to >= clock.today():
            open_workspace(administration)


def _ensure_group(administration: Administration, role: str) -> Group:
    """The group of a role, under the administration's name as it is now."""
    group = group_of(administration, role) or Group()
    if not group.pk or group.name == _group_name(administration.room_name, role):
        wanted = _group_name(administration.name, role)
        if group.name != wanted:
            group.name = _free_name(wanted, group.pk)
            group.save()
    AdministrationRole.objects.get_or_create(administration=administration, role=role, defaults={"group": group})
    group.permissions.add(_permission("wagtailadmin", "access_admin"))
    return group


def _group_name(name: str, role: str) -> str:
    ending = f" – {GROUP_WORDS[Role(role)]}"
    return f"{name[: NAME_MOST - len(ending)]}{ending}"


def _free_name(wanted: str, pk: int | None) -> str:
    """A name that no group has: one that exists may have other members and is not taken over."""
    names, number = (Group.objects.exclude(pk=pk) if pk else Group.objects.all()), 1
    name = wanted
    while names.filter(name=name).exists():
        number += 1
        name = f"{wanted[: NAME_MOST - 4]} {number}"
    return name


def _ensure_collection(administration: Administration) -> Collection:
    collection: Collection | None = administration.collection
    if collection is None:
        root = Collection.objects.get(pk=Collection.get_first_root_node().pk)
        return root.add_child(name=administration.name)
    if collection.name == administration.room_name != administration.name:
        collection.name = administration.name
        collection.save()
    return collection


def file_permissions() -> QuerySet[Permission]:
    """Adding, changing and choosing images and documents."""
    return Permission.objects.filter(content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename__in=FILE_RIGHTS)


def _grant_files(group: Group, collection: Collection) -> None:
    for permission in file_permissions():
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def _ensure_workflow(administration: Administration, publishers: Group, sections: list[Page]) -> None:
    """The workflow of an administration: who may not publish sends a page to its publishers."""
    task = GroupApprovalTask.objects.filter(groups=publishers, active=True).order_by("pk").first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=publishers.name)
        task.groups.add(publishers)
        workflow = Workflow.objects.create(name=publishers.name)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    elif task.name == _group_name(administration.room_name, Role.PUBLISHER):
        Workflow.objects.filter(name=task.name, workflow_tasks__task=task).update(name=publishers.name)
        GroupApprovalTask.objects.filter(pk=task.pk).update(name=publishers.name)
    workflow = Workflow.objects.filter(workflow_tasks__task=task, active=True).order_by("pk").first()
    for section in sections if workflow is not None else ():
        for page in section.get_translations(inclusive=True):
            WorkflowPage.objects.get_or_create(page_id=page.pk, defaults={"workflow": workflow})
    route_approvals(administration)


def route_approvals(administration: Administration) -> None:
    """While an administration has no publisher, coordinators approve what its editors send."""
    publishers = group_of(administration, Role.PUBLISHER)
    if publishers is None:
        return
    for task in GroupApprovalTask.objects.filter(groups=publishers):
        if publishers.user_set.filter(is_active=True).exists():
            task.groups.remove(coordinator_group())
        else:
            task.groups.add(coordinator_group())


def _adopt_old_group(administration: Administration, groups: dict[Any, Group]) -> None:
    """Put an end to the administration's only group of former times: whoever was in it goes on with all that it could do."""
    old = Group.objects.filter(name=OLD_GROUP % administration.name, administration_role=None).first()
    if old is None:
        return
    for person in old.user_set.all():
        person.groups.add(staff_group(), *groups.values())
    old.delete()


def _remember(administration: Administration, collection: Collection) -> None:
    Administration.objects.filter(pk=administration.pk).update(
        collection=collection, room_name=administration.name, room_name_en=administration.name_en
    )


def _permission(app_label: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)
