"""Closed sets of a poll, with their words. Codes are stored and never change."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Voters(models.TextChoices):
    """Who may vote."""

    ANYBODY = "anybody", _("Everybody: one vote for each browser or account")
    ACCOUNTS = "accounts", _("Those who log in: one vote for each account")


class ResultShown(models.TextChoices):
    """When the result is public."""

    AFTER = "after", _("When the poll has closed")
    AT_ONCE = "at_once", _("At once, while people vote")
