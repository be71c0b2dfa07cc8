from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms import clock
from cms.pages import SitePage
from participation.api import Contribution, may_do


class PetitionPage(SitePage):
    """A demand that people sign; what they write beside their name is a contribution to the dialogue."""

    demand = models.TextField(_("demand"))

    content_panels = [*SitePage.content_panels, FieldPanel("demand")]
    parent_page_types = ["participation.DialoguePage"]
    subpage_types: list[str] = []
    template = "gensvar_petition/petition_page.html"

    class Meta:
        verbose_name = _("petition")
        verbose_name_plural = _("petitions")

    @property
    def dialogue(self) -> Any:
        """The canonical dialogue that the petition belongs to."""
        return self.canonical.get_parent().specific.canonical

    @property
    def signatures(self) -> Any:
        """What those who signed wrote."""
        return Contribution.objects.published().filter(activity=self.canonical.pk)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        permission = may_do(self.dialogue, "petition.sign", clock.now())
        return super().get_context(request, *args, **kwargs) | {"permission": permission}
