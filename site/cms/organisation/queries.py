"""Reads about the organisation that are no QuerySet word."""

from typing import Any

from cms.organisation.models import Topic


def living_topic_links(links: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Topic links as an old draft stored them, with each merged topic replaced by its target, once."""
    merged = Topic.objects.filter(pk__in=[link["tag"] for link in links], merged_into__isnull=False)
    targets = dict(merged.values_list("pk", "merged_into"))
    by_topic: dict[Any, dict[str, Any]] = {}
    for link in links:
        topic = targets.get(link["tag"], link["tag"])
        by_topic.setdefault(topic, link | {"tag": topic})
    return list(by_topic.values())


def topic_uses(topic: Topic) -> list[dict[str, Any]]:
    """How many things of each kind bear a topic: [{"label": "dialogues", "count": 3}]."""
    uses = []
    for relation in Topic._meta.related_objects:
        if relation.field.name == "tag":
            bearer = relation.related_model._meta.get_field("content_object").related_model
            number = relation.related_model._default_manager.filter(tag=topic).count()
            label = bearer._meta.verbose_name if number == 1 else bearer._meta.verbose_name_plural
            uses += [{"label": label, "count": number}] if number else []
    return uses
