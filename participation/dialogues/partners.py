"""Partner administrations of a dialogue: their editors may edit it and what stands below it, in every language.

The rights follow the newest draft: a partner helps before anything is published. Only those who work in the
dialogue's own section choose partners; so nobody passes on what was lent.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import GroupPagePermission, Page, Revision

from cms.organisation.models import Administration
from cms.organisation.roles import Role
from participation.models import DialoguePage

PARTNER_RIGHTS = ("add_page", "change_page")
EDITING_ROLES = (Role.EDITOR, Role.PUBLISHER)


def revision_saved(instance: Revision, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    """Signal: a draft of a dialogue names its partners; every road to a draft comes by here."""
    if raw or instance.content_type_id != ContentType.objects.get_for_model(DialoguePage).pk:
        return
    dialogue = DialoguePage.objects.canonical().filter(pk=instance.object_id).first()
    if dialogue is not None and (created or dialogue.latest_revision_id == instance.pk):
        share(dialogue, instance.content.get("partners") or [])


def share_all_with(administration: Administration) -> None:
    """For an administration whose workspace is opened after it became a partner."""
    for dialogue in DialoguePage.objects.canonical().filter(partners=administration):
        share(dialogue, [row.pk for row in dialogue.get_latest_revision_as_object().partners.all()])


@transaction.atomic
def share(dialogue: DialoguePage, partners: Iterable[int]) -> None:
    """Give the partners' editors their rights on the dialogue, and take those of former partners away."""
    groups = Group.objects.filter(administration_role__administration__in=list(partners), administration_role__role__in=EDITING_ROLES)
    permissions = Permission.objects.filter(content_type__app_label="wagtailcore", content_type__model="page", codename__in=PARTNER_RIGHTS)
    pages = list(Page.objects.filter(translation_key=dialogue.translation_key))
    lent = GroupPagePermission.objects.filter(page__in=pages, group__administration_role__isnull=False)
    lent.exclude(group__in=groups).delete()
    for page in pages:
        for group in groups:
            for permission in permissions:
                GroupPagePermission.objects.get_or_create(page=page, group=group, permission=permission)
