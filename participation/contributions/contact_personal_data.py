"""What is held about where somebody wants to hear of what they wrote."""

from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.accounts.personal_data import Person, PersonalData, Section, personal_data
from participation.models import ContributionContact
from participation.models.contact import ContactQuerySet


def register() -> None:
    """Called when the app is ready."""
    personal_data.register(
        PersonalData(
            "contribution_contacts",
            _("Where you are told what becomes of what you wrote"),
            ("participation.ContributionContact.follower",),
            export_contacts,
            erase_contacts,
            erased=_("The address that you left with what you wrote. You get no more e-mails about it."),
            concerns=lambda person: _contacts(person).exists(),
        )
    )


def export_contacts(person: Person) -> list[Section]:
    """Each choice, with the code of what it belongs to."""
    columns = {"code": _("receipt code"), "left_at": _("left"), "confirmed_at": _("confirmed"), "declined_at": _("said no")}
    rows = [
        {
            "code": contact.contribution.shown_code,
            "left_at": contact.left_at,
            "confirmed_at": contact.confirmed_at,
            "declined_at": contact.declined_at,
        }
        for contact in _contacts(person).select_related("contribution").order_by("pk")
    ]
    return [Section("contribution_contacts", _("Where you are told what becomes of what you wrote"), columns, rows)] if rows else []


def erase_contacts(person: Person, at: datetime) -> None:
    """Delete a person's contacts: they hold nothing but where to write."""
    _contacts(person).delete()


def _contacts(person: Person) -> ContactQuerySet:
    mine = Q(pk=None)
    if person.follower is not None:
        mine |= Q(follower=person.follower)
    if person.participant is not None:
        mine |= Q(contribution__participant=person.participant)
    contacts: ContactQuerySet = ContributionContact.objects.filter(mine)
    return contacts
