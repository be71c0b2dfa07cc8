"""The staff group: everybody who works for the municipality. It sees the knowledge hub."""

from django.contrib.auth.models import Group

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
