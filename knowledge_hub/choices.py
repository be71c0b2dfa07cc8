"""Closed sets of the hub, with their words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Which part of the work a guide helps with, in the order of the work."""

    DECIDE = "decide", _("Decide whether to ask")
    PLAN = "plan", _("Plan")
    INVITE = "invite", _("Invite and publish")
    MEET = "meet", _("Meet people")
    MODERATE = "moderate", _("Moderate")
    FEED_BACK = "feed_back", _("Gather, answer, follow up")
    LEARN = "learn", _("Evaluate and learn")


class Effort(models.TextChoices):
    """What a guide's work costs, roughly."""

    SMALL = "small", _("Hours of one person")
    MEDIUM = "medium", _("Days, and some money")
    LARGE = "large", _("Weeks, or a budget of its own")
