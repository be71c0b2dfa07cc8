"""The staff group: everybody who works for the municipality. It sees the knowledge hub."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet

from cms.people import Person, is_active

STAFF_GROUP = "Medarbetare"


def staff_group() -> Group:
    """The staff group, made if it is missing."""
    return Group.objects.get_or_create(name=STAFF_GROUP)[0]


def is_staff_member(person: Person | None) -> bool:
    """Whether a person belongs to the staff group (superusers do)."""
    if not is_active(person):
        return False
    return person.is_superuser or person.groups.filter(name=STAFF_GROUP).exists()


def staff_members() -> QuerySet[Any]:
    """The active accounts of everybody who works for the municipality; citizens' accounts are none of them."""
    users = get_user_model().objects
    staff = users.filter(Q(groups__name=STAFF_GROUP) | Q(is_superuser=True), is_active=True)
    return users.filter(pk__in=staff.values("pk"))
