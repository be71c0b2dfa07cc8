"""Where dialogues live: the index, and one section for each administration (the tree carries tenancy)."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from cms.pages import SitePage, TopSection
from cms.pages.translation import synchronised
from cms.pages.views import shown_by


class DialogueIndexPage(RoutablePageMixin, TopSection):
    """All dialogues, with filters in the address, as an Atom feed and as JSON too."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    content_panels = [*TopSection.content_panels, FieldPanel("introduction")]
    subpage_types = ["participation.AdministrationSectionPage"]
    max_count_per_parent = 1
    template = "participation/dialogues/listing/index.html"

    class Meta:
        verbose_name = _("dialogues")
        verbose_name_plural = _("dialogue indexes")

    @path("")
    def listing(self, request: HttpRequest) -> HttpResponse:
        """The page of dialogues that match the filters."""
        return self.render(request)

    @path("atom/")
    def atom(self, request: HttpRequest) -> HttpResponse:
        """These dialogues as an Atom feed."""
        return shown_by(self, request, "atom")

    @path("json/")
    def json(self, request: HttpRequest) -> HttpResponse:
        """These dialogues as JSON, for the municipality's own website."""
        return shown_by(self, request, "json")


class AdministrationSectionPage(SitePage):
    """An administration's section: its dialogues stand below it, its editors work only here."""

    administration = models.ForeignKey(
        "cms_organisation.Administration", verbose_name=_("administration"), on_delete=models.PROTECT, related_name="sections"
    )
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    override_translatable_fields = synchronised("administration")

    content_panels = [*SitePage.content_panels, FieldPanel("administration"), FieldPanel("introduction")]
    parent_page_types = ["participation.DialogueIndexPage"]
    subpage_types = ["participation.DialoguePage"]
    template = "participation/dialogues/listing/section.html"

    class Meta:
        verbose_name = _("administration's section")
        verbose_name_plural = _("administrations' sections")
