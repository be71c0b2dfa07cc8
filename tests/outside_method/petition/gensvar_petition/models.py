from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from cms import clock
from cms.pages import SitePage
from cms.pages.breadcrumbs import breadcrumbs_of
from participation.api import ActivityPage, Contribution, Subject, may_do, sections_on


class PetitionPage(ActivityPage):
    """A demand that people sign; what they write beside their name is a contribution to the dialogue."""

    demand = models.TextField(_("demand"))
    addressed_to = models.CharField(_("addressed to"), max_length=120, blank=True)
    handed_over_on = models.DateField(_("handed over on"), null=True, blank=True)

    content_panels = [*SitePage.content_panels, FieldPanel("demand"), FieldPanel("addressed_to"), InlinePanel("points", label=_("Points"))]
    template = "gensvar_petition/petition_page.html"

    class Meta:
        verbose_name = _("petition")
        verbose_name_plural = _("petitions")

    @property
    def signatures(self) -> Any:
        """What those who signed wrote."""
        return Contribution.objects.published().filter(activity=self.canonical.pk, method="petition")

    @property
    def backers(self) -> int:
        """How many back it without a word."""
        return Backing.objects.filter(petition=self.canonical.pk).count()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        permission = may_do(self.dialogue, "petition.sign", clock.now(), self.canonical)
        return super().get_context(request, *args, **kwargs) | {
            "permission": permission,
            "breadcrumbs": breadcrumbs_of(self, request),
            "sections": sections_on(request, Subject(self.dialogue, self.canonical)),
        }


class Point(Orderable):
    """One point of a demand, which has comments of its own."""

    page = ParentalKey(PetitionPage, on_delete=models.CASCADE, related_name="points")
    text = models.CharField(_("text"), max_length=200)

    class Meta(Orderable.Meta):
        verbose_name = _("point")
        verbose_name_plural = _("points")

    def __str__(self) -> str:
        return self.text

    @property
    def subject(self) -> Subject:
        """The petition and the dialogue that it belongs to."""
        return Subject(self.page.dialogue, self.page.canonical)

    def get_absolute_url(self) -> str:
        return reverse("gensvar_petition:point", args=[self.pk])


class Backing(models.Model):
    """Somebody backs a petition without a word: a vote, and no contribution."""

    petition = models.ForeignKey(PetitionPage, on_delete=models.PROTECT, related_name="backings")
    participant = models.ForeignKey(
        "cms_accounts.Participant", verbose_name=_("who"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("backing")
        verbose_name_plural = _("backings")
        constraints = [models.UniqueConstraint(fields=["petition", "participant"], name="gensvar_petition_backed_once")]

    def __str__(self) -> str:
        return f"{self.petition_id} + {self.participant_id}"
