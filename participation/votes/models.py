"""The base of a method's secret votes."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _


class SecretVote(models.Model):
    """One person's vote in an activity.

    Secret: it is in no list, log or export of the admin, it says on which day it was given and not when, and its number is drawn by lot,
    so that nothing tells in which order votes came. The person is known only so that the vote can be changed, and so that it is one. An
    option is named by its translation key, as phases are.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    activity = models.ForeignKey("wagtailcore.Page", verbose_name=_("activity"), on_delete=models.PROTECT, related_name="+")
    option_key = models.UUIDField(_("option"))
    participant = models.ForeignKey("cms_accounts.Participant", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    given_on = models.DateField(_("day"))

    wagtail_reference_index_ignore = True  # what refers to a page is shown to staff

    class Meta:
        abstract = True
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            # One vote for each person; those of people who were erased are counted and belong to nobody.
            models.UniqueConstraint(fields=["activity", "participant"], name="%(app_label)s_%(class)s_once"),
        ]
        indexes = [models.Index(fields=["activity", "option_key"], name="%(app_label)s_%(class)s_count")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
