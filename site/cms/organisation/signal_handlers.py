"""What follows when somebody joins or leaves a group, or a page gets a translation."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, post_save, pre_save
from wagtail.models import GroupPagePermission, Page, WorkflowPage

from cms.organisation.circles import merged_changed, successors_changed

CHANGES = ("post_add", "post_remove")


def connect() -> None:
    """Called once, when the apps are ready."""
    from cms.organisation.models import Administration, Body, Place, Topic

    m2m_changed.connect(membership_changed, sender=get_user_model().groups.through, dispatch_uid="organisation_membership")
    for model in (Administration, Body):
        m2m_changed.connect(successors_changed, sender=model.successors.through, dispatch_uid=f"organisation_successors_{model.__name__}")
    for kind in (Place, Topic):
        pre_save.connect(merged_changed, sender=kind, dispatch_uid=f"organisation_merged_{kind.__name__}")
    post_save.connect(give_rights_to_translation, dispatch_uid="organisation_translation_rights")


def membership_changed(instance: Any, action: str, reverse: bool, pk_set: set[int] | None = None, **kwargs: Any) -> None:
    """Whoever works in the admin is staff and sees the hub; approvals go to whoever can publish."""
    from cms.organisation.models import Administration, AdministrationRole
    from cms.organisation.workspaces import route_approvals

    if action not in CHANGES or not pk_set:
        return
    people = get_user_model().objects.filter(pk__in=pk_set if reverse else [instance.pk])
    groups = [instance.pk] if reverse else pk_set
    _make_staff(people)
    publishing = AdministrationRole.objects.filter(group__in=groups, role=AdministrationRole.Role.PUBLISHER)
    for administration in Administration.objects.filter(pk__in=publishing.values("administration")):
        route_approvals(administration)


def _make_staff(people: Any) -> None:
    from cms.organisation.staff import STAFF_GROUP, staff_group

    working = Group.objects.filter(permissions__content_type__app_label="wagtailadmin", permissions__codename="access_admin")
    for person in people.filter(groups__in=working).exclude(groups__name=STAFF_GROUP).distinct():
        person.groups.add(staff_group())


def give_rights_to_translation(instance: Any, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    """A translation is born with the rights and the workflow of its original: a right on one says nothing of the other."""
    if raw or not created or not isinstance(instance, Page):
        return
    originals = Page.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk)
    for right in GroupPagePermission.objects.filter(page__in=originals):
        GroupPagePermission.objects.get_or_create(group_id=right.group_id, page_id=instance.pk, permission_id=right.permission_id)
    for stated in WorkflowPage.objects.filter(page__in=originals)[:1]:
        WorkflowPage.objects.get_or_create(page_id=instance.pk, defaults={"workflow": stated.workflow})
