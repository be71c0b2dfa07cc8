"""Pages that every municipality's site has: the start page, standard pages, the accessibility statement."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from cms.pages import SitePage
from cms.pages.translation import synchronised
from cms.plugins.home_sections import home_sections
from home.choices import Conformance

RICH_TEXT = ["h2", "h3", "bold", "italic", "link", "document-link", "image", "ol", "ul", "hr"]


class HomePage(SitePage):
    """The start page: the site's own words, then sections that plugins offer, in the order an editor chose."""

    heading = models.CharField(_("heading"), max_length=80, blank=True, help_text=_("Such as “What do you think?”."))
    introduction = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("One or two sentences: what people can do here.")
    )

    is_site_front = True
    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("heading"),
        FieldPanel("introduction"),
        InlinePanel("sections", heading=_("Sections"), label=_("Section"), help_text=_("Drawn in this order.")),
    ]
    override_translatable_fields = synchronised("sections")

    class Meta:
        verbose_name = _("start page")
        verbose_name_plural = _("start pages")


def _offered() -> list[tuple[str, Any]]:
    return [("", "---------"), *((section.name, section.label) for section in home_sections)]


class SectionSelect(forms.Select):
    """Offers the sections of the plugins that are on, and the chosen one where its plugin is off: saving must not change it."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, choices=_offered)  # type: ignore[arg-type]  # Django asks a function anew each time

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        groups = super().optgroups(name, value, attrs)
        for known in value:
            if known and known not in home_sections:
                label = _("%(name)s (switched off)") % {"name": known}
                groups.append((None, [self.create_option(name, known, label, True, len(groups), attrs=attrs)], len(groups)))
        return groups


class SectionNameField(models.CharField[Any, Any]):
    """The name of a section that a plugin offers; people choose it by its words."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{**kwargs, "widget": SectionSelect})


class HomeSectionRow(Orderable):
    """A section on the start page. One whose plugin is off stays as a row and is not shown."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="sections")
    section = SectionNameField(_("section"), max_length=60)

    panels = [FieldPanel("section")]

    class Meta(Orderable.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        constraints = [
            # A section drawn twice would repeat its headings and ids.
            models.UniqueConstraint(fields=["page", "section"], name="home_section_once"),
        ]

    def __str__(self) -> str:
        return self.section


class StandardPage(SitePage):
    """A page of text: about the site, the rules, how personal data is handled."""

    introduction = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("What the page says, in one or two sentences.")
    )
    body = RichTextField(_("text"), blank=True, features=RICH_TEXT)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True, help_text=_("The day somebody last checked that it is true."))

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [*SitePage.content_panels, FieldPanel("introduction"), FieldPanel("body"), FieldPanel("reviewed_on")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")


class AccessibilityStatementPage(SitePage):
    """The accessibility statement that the Act (2018:1937) on accessibility to digital public services asks for.

    Its parts: how far EN 301 549 / WCAG 2.1 AA is met, what is not accessible, how it was tested, how to
    report what is missing, and who supervises (Agency for Digital Government, Digg).
    """

    conformance = models.CharField(
        _("how far it meets the requirements"), max_length=10, choices=Conformance.choices, default=Conformance.PARTLY
    )
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])
    known_gaps = RichTextField(_("what is not accessible"), blank=True, features=["h3", "bold", "link", "ol", "ul"])
    tested_how = models.TextField(
        _("how it was tested"), blank=True, help_text=_("Such as “Our own check with keyboard, screen reader and axe.”")
    )
    tested_on = models.DateField(_("tested on"), null=True, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("conformance"),
        FieldPanel("introduction"),
        FieldPanel("known_gaps"),
        FieldPanel("tested_how"),
        FieldRowPanel([FieldPanel("tested_on"), FieldPanel("reviewed_on")]),
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")
