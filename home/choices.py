"""Closed sets, with their words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Conformance(models.TextChoices):
    """How far a site meets the requirements; the wording follows Digg's model statement."""

    FULLY = "fully", _("The site meets the requirements.")
    PARTLY = "partly", _("The site meets the requirements in part. What is missing is listed below.")
    NOT = "not", _("The site does not meet the requirements. What is missing is listed below.")
