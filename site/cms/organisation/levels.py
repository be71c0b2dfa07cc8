"""Levels of participation, with their words. Codes are stored and never change."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Level of participation (SKR's ladder; names differ between sources, so codes are ours)."""

    INFORM = "inform", _("Information")
    CONSULT = "consult", _("Consultation")
    DISCUSS = "discuss", _("Discussion")
    INVOLVE = "involve", _("Involvement")
    CO_DECIDE = "co_decide", _("Co-decision")
