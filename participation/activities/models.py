"""The base of a method's page type below a dialogue."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import User
from cms.pages import SitePage
from cms.pages.translation import synchronised
from participation.activities.forms import ActivityForm
from participation.publication.publish import publish_checked
from participation.registry import method_of


class ActivityPage(SitePage):
    """A page of a method below a dialogue.

    The page in the default language is canonical and owns the facts: which phase it belongs to, and what people give in it. Nothing
    points to a Phase; `phase_key` is the phase's translation key, and without one every phase that names the method's right opens it.
    A subclass adds its own words to `content_panels` and to `override_translatable_fields`, and has a method that names it as `page_type`.
    """

    phase_key = models.UUIDField(_("phase"), null=True, blank=True)

    override_translatable_fields = synchronised("phase_key")

    base_form_class = ActivityForm
    parent_page_types = ["participation.DialoguePage"]
    subpage_types: list[str] = []

    class Meta:
        abstract = True

    @property
    def dialogue(self) -> Any:
        """The canonical dialogue that the activity belongs to."""
        known = self.__dict__.get("_dialogue")
        if known is None:
            known = self.__dict__["_dialogue"] = self.canonical.get_parent().specific.canonical
        return known

    @property
    def method(self) -> Any:
        """The method that the page belongs to; None when it is switched off."""
        return method_of(self)

    @classmethod
    def get_page_description(cls) -> str:
        """What the editor reads who chooses which activity to add."""
        method = method_of(cls)
        return str(method.summary) if method else ""

    def publish(self, revision: Any, user: User | None = None, **kwargs: Any) -> None:
        """Publish, if the gate lets it through. Raises PublicationRefused when a person publishes too early."""
        publish_checked(self, revision, user, super().publish, **kwargs)

    def can_move_to(self, parent: Any) -> bool:
        """It belongs to its own dialogue and stays with it."""
        return False
