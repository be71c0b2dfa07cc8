"""Where dialogues live: the index, and one section for each administration (the tree carries tenancy)."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from cms.pages import SitePage, TopSection
from cms.pages.translation import synchronised


class DialogueIndexPage(RoutablePageMixin, TopSection):
    """All dialogues, with filters in the address, an Atom feed, and the same as JSON."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    content_panels = [*TopSection.content_panels, FieldPanel("introduction")]
    subpage_types = ["participation.AdministrationSectionPage"]
    max_count_per_parent = 1
    template = "participation/listing/index.html"

    class Meta:
        verbose_name = _("dialogues")
        verbose_name_plural = _("dialogue indexes")

    @path("")
    def listing(self, request: HttpRequest) -> HttpResponse:
        """The page of dialogues that match the filters."""
        from participation.dialogues.listing import listing_context

        return self.render(request, context_overrides=listing_context(request, self))

    @path("atom/")
    def atom(self, request: HttpRequest) -> HttpResponse:
        """The same dialogues as an Atom feed."""
        from participation.dialogues.feeds import DialogueFeed

        return DialogueFeed()(request, index=self)

    @path("json/")
    def json(self, request: HttpRequest) -> HttpResponse:
        """The same dialogues as JSON, for the municipality's own website."""
        from participation.dialogues.listing import listing_json

        return listing_json(request)


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
    template = "participation/listing/section.html"

    class Meta:
        verbose_name = _("administration's section")
        verbose_name_plural = _("administrations' sections")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from participation.dialogues.listing import section_context

        return super().get_context(request, *args, **kwargs) | section_context(request, self)
