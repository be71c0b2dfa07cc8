"""Where the one who wrote a contribution wants to be told what becomes of it. No record: it goes when nobody is to be told."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ContactQuerySet(models.QuerySet[Any]):
    """Queries of contacts."""

    def heard(self) -> "ContactQuerySet":
        """Those that are told: their owner has shown that the address is theirs, and has not said no since."""
        return self.filter(confirmed_at__isnull=False, declined_at=None)


class ContributionContact(models.Model):
    """The address left with a contribution, or the account's own choice. Never shown, logged or listed."""

    contribution = models.OneToOneField("participation.Contribution", on_delete=models.CASCADE, related_name="contact")
    follower = models.ForeignKey("cms_following.Follower", on_delete=models.CASCADE, related_name="contribution_contacts")
    left_at = models.DateTimeField(_("left"))
    mailed_at = models.DateTimeField(_("first mail written"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    declined_at = models.DateTimeField(_("said no"), null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("address left with a contribution")
        verbose_name_plural = _("addresses left with contributions")
        indexes = [
            # Whose contributions are these? Asked for each letter.
            models.Index(fields=["follower"], condition=Q(declined_at=None), name="participation_contact_heard"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
