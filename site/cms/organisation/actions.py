"""What can be done with the organisation's rows."""

from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import GroupPagePermission, Page

from cms.organisation.log import MERGE_TOPICS, UNDO_MERGE
from cms.organisation.models import Topic
from cms.people import Person

EDITOR_RIGHTS = ("add_page", "change_page", "publish_page")


@transaction.atomic
def merge_topics(source: Topic, target: Topic, by: Person | None = None) -> int:
    """Let `target` take over everything that bears `source`; returns the number of links that moved.

    `source` stays as an inactive row that points at `target`. Raises ValidationError for a topic
    merged into itself or into one that is merged already.
    """
    if source.pk == target.pk:
        raise ValidationError(_("A topic cannot be merged into itself."))
    topics = {topic.pk: topic for topic in Topic.objects.select_for_update().filter(pk__in=[source.pk, target.pk])}
    if topics[target.pk].merged_into_id:
        raise ValidationError(_("“%(topic)s” is itself merged into another topic.") % {"topic": target.name})
    moved = sum(_move_links(relation, source, target) for relation in Topic._meta.related_objects if relation.field.name == "tag")
    Topic.objects.filter(merged_into=source).update(merged_into=target)
    merged = topics[source.pk]
    merged.is_active, merged.merged_into = False, topics[target.pk]
    merged.save(update_fields=["is_active", "merged_into"])
    log(instance=target, action=MERGE_TOPICS, user=by, data={"source": source.name, "moved": moved})
    return moved


@transaction.atomic
def undo_merge(topic: Topic, by: Person | None = None) -> Topic:
    """Let a merged topic stand for itself again, so that its followers hear of it; returns the topic that it was part of.

    What bore it stays with that one. Raises ValidationError for a topic that is not merged.
    """
    merged = Topic.objects.select_for_update().get(pk=topic.pk)
    target = merged.merged_into
    if target is None:
        raise ValidationError(_("“%(topic)s” is not merged into another topic.") % {"topic": topic.name})
    merged.is_active, merged.merged_into = True, None
    merged.save(update_fields=["is_active", "merged_into"])
    for row in (merged, target):
        log(instance=row, action=UNDO_MERGE, user=by, data={"source": merged.name, "target": target.name})
    return target


def _move_links(relation, source: Topic, target: Topic) -> int:  # type: ignore[no-untyped-def]
    links = relation.related_model._default_manager
    already = links.filter(tag=target).values("content_object_id")
    links.filter(tag=source, content_object_id__in=list(already.values_list("content_object_id", flat=True))).delete()
    return links.filter(tag=source).update(tag=target)


@transaction.atomic
def grant_section_rights(group: Group, section: Page, rights: tuple[str, ...] = EDITOR_RIGHTS) -> None:
    """Give a group its rights on a section in every language; repeat it when a translation appears.

    A right on the Swedish section says nothing of the English one.
    """
    permissions = Permission.objects.filter(content_type__app_label="wagtailcore", content_type__model="page", codename__in=rights)
    for page in section.get_translations(inclusive=True):
        for permission in permissions:
            GroupPagePermission.objects.get_or_create(
                group=group, page=page.page_ptr if hasattr(page, "page_ptr") else page, permission=permission
            )
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
