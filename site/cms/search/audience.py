"""Who may find a document at all. Before it is shown, the database is asked about the thing itself once more."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.organisation.staff import is_staff_member
from cms.people import Person


class Audience(models.TextChoices):
    """Everybody, the staff group, or nobody any more: a removed document stays until every engine knows."""

    PUBLIC = "public", _("everybody")
    STAFF = "staff", _("staff")
    REMOVED = "removed", _("removed")


def audiences_of(person: Person | None) -> tuple[str, ...]:
    """The audiences that a person belongs to."""
    if is_staff_member(person):
        return (Audience.PUBLIC.value, Audience.STAFF.value)
    return (Audience.PUBLIC.value,)
