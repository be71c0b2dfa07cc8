"""Who is what in which administration. What a role may do is written in `cms.organisation.workspaces`."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet

from cms.http.request_memo import per_request
from cms.organisation.models import Administration, AdministrationRole
from cms.people import Person, is_active

COORDINATORS = "Samordnare"
Role = AdministrationRole.Role


def coordinator_group() -> Group:
    """The coordinators' group, made if it is missing; `setup_site` gives it its rights."""
    return Group.objects.get_or_create(name=COORDINATORS)[0]


def coordinators() -> QuerySet[Any]:
    """The active people who see all sections and keep the municipality's lists."""
    return get_user_model().objects.filter(groups__name=COORDINATORS, is_active=True)


def is_coordinator(person: Person | None) -> bool:
    """Whether a person is a coordinator (superusers are)."""
    if not is_active(person):
        return False
    return person.is_superuser or per_request(("is coordinator", person.pk), lambda: person.groups.filter(name=COORDINATORS).exists())


def administrations_of(person: Person | None, *roles: str) -> QuerySet[Administration]:
    """The administrations in which a person has one of these roles; without roles: any of them."""
    if not is_active(person):
        return Administration.objects.none()
    mine = Q(group__user=person) & (Q(role__in=roles) if roles else Q())
    return Administration.objects.filter(pk__in=AdministrationRole.objects.filter(mine).values("administration"))


def has_role(person: Person | None, administration: Administration | None, *roles: str) -> bool:
    """Whether a person has one of these roles in an administration; without roles: any of them."""
    if administration is None or not is_active(person):
        return False
    held = per_request(("roles of", person.pk), lambda: set(_roles_of(person.pk)))
    return any(pk == administration.pk and (role in roles or not roles) for pk, role in held)


def people_in(administration: Administration | None, *roles: str) -> QuerySet[Any]:
    """The active people who have one of these roles in an administration; without roles: any of them."""
    rows = AdministrationRole.objects.filter(administration=administration)
    groups = rows.filter(role__in=roles) if roles else rows
    return get_user_model().objects.filter(groups__in=groups.values("group"), is_active=True).distinct()


def moderators_of(administration: Administration | None) -> QuerySet[Any]:
    """The active people who moderate an administration's dialogues; coordinators do where there are none."""
    return people_in(administration, Role.MODERATOR)


def group_of(administration: Administration, role: str) -> Group | None:
    """The group that holds a role, where the administration has a workspace."""
    return Group.objects.filter(administration_role__administration=administration, administration_role__role=role).first()


def _roles_of(account: int) -> QuerySet[AdministrationRole, tuple[int, str]]:
    return AdministrationRole.objects.filter(group__user=account).values_list("administration_id", "role")
