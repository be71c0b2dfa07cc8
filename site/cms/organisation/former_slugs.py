"""Slugs that rows of the organisation had: whoever follows a printed link, or keeps a filter, still finds what it meant."""

from collections.abc import Collection
from typing import Any

from django.db.models import Model
from django.db.models.signals import pre_save

from cms.organisation.models import Administration, Body, FormerSlug, Place, TargetGroup, Topic

KINDS: tuple[type[Model], ...] = (Administration, Body, Place, TargetGroup, Topic)


def connect() -> None:
    """Called once, when the app is ready."""
    for model in KINDS:
        pre_save.connect(remember_slug, sender=model, dispatch_uid=f"organisation_former_slug_{model.__name__}")


def remember_slug(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Keep the slug that a row is about to lose: people have it on paper."""
    if raw or instance.pk is None:
        return
    model = type(instance)
    before = model._default_manager.filter(pk=instance.pk).values_list("slug", flat=True).first()
    if before and before != instance.slug:
        FormerSlug.objects.update_or_create(kind=model._meta.label_lower, slug=before, defaults={"row": instance.pk})


def rows_meant(model: type[Model], slugs: Collection[str]) -> dict[str, int]:
    """The row that each slug means, by its key: the one that has it, else the one that had it last; unknown ones are left out."""
    meant: dict[str, int] = dict(model._default_manager.filter(slug__in=slugs).values_list("slug", "pk"))
    missing = [slug for slug in slugs if slug not in meant]
    if missing:
        former = dict(FormerSlug.objects.filter(kind=model._meta.label_lower, slug__in=missing).values_list("slug", "row"))
        there = set(model._default_manager.filter(pk__in=former.values()).values_list("pk", flat=True))
        meant |= {slug: row for slug, row in former.items() if row in there}
    return meant


def present_slugs(model: type[Model], slugs: Collection[str]) -> list[str]:
    """The slugs in their order, with those that rows have now in place of those they had; unknown ones stay as they are."""
    if not slugs:
        return []
    meant = rows_meant(model, slugs)
    now: dict[int, str] = dict(model._default_manager.filter(pk__in=meant.values()).values_list("pk", "slug"))
    return list(dict.fromkeys(now[meant[slug]] if slug in meant else slug for slug in slugs))


def present_slug(model: type[Model], slug: str) -> str | None:
    """The slug of the row that had another one; None where none had it."""
    known = rows_meant(model, [slug])
    return present_slugs(model, [slug])[0] if known else None
