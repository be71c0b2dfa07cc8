"""The knowledge hub (Kunskapsbanken): guides for the municipality's own staff, and the methods they speak of."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import BaseViewRestriction, Orderable, TranslatableMixin

from cms import clock
from cms.organisation.levels import Level
from cms.organisation.staff import staff_group
from cms.pages import SitePage, TopSection
from cms.pages.translation import synchronised
from knowledge_hub.choices import Effort, Stage


class Method(models.Model):
    """A method of participation, as the catalogue tells of it. Language-neutral, like the organisation's rows."""

    code = models.SlugField(_("code"), max_length=40, unique=True, help_text=_("Never changes: “safety_walk”."), allow_unicode=False)
    name = models.CharField(_("name"), max_length=120, unique=True)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    level = models.CharField(_("level of participation"), max_length=12, choices=Level.choices)
    group_size = models.CharField(_("size of the group"), max_length=40, blank=True, help_text=_("Such as “8–15”."))
    good_for = models.TextField(_("good for"), blank=True)
    good_for_en = models.TextField(_("good for, in English"), blank=True)
    watch_out = models.TextField(_("watch out"), blank=True)
    watch_out_en = models.TextField(_("watch out, in English"), blank=True)
    is_active = models.BooleanField(_("can be chosen"), default=True)

    class Meta:
        verbose_name = _("method")
        verbose_name_plural = _("methods")
        ordering = ["name"]

    def __str__(self) -> str:
        return self._in_language("name")

    @property
    def localized_good_for(self) -> str:
        """What it is good for, in the reader's language."""
        return self._in_language("good_for")

    @property
    def localized_watch_out(self) -> str:
        """What to watch out for, in the reader's language."""
        return self._in_language("watch_out")

    def _in_language(self, field: str) -> str:
        english = getattr(self, f"{field}_en")
        return english if english and get_language() == "en" else getattr(self, field)


class KnowledgeHubPage(TopSection):
    """The hub's start: lists and filters its guides. Everything below it is for the staff group only."""

    introduction = models.TextField(_("introduction"), max_length=400, blank=True)

    subpage_types = ["knowledge_hub.GuidePage"]
    max_count_per_parent = 1
    content_panels = [*TopSection.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("knowledge hub")
        verbose_name_plural = _("knowledge hubs")

    def get_default_privacy_setting(self, request: HttpRequest) -> dict[str, Any]:
        """A hub that an editor makes is closed from its first moment."""
        return {"type": BaseViewRestriction.GROUPS, "groups": [staff_group()]}


class GuidePage(SitePage):
    """A guide, read like a recipe: when it helps, what it takes, steps, and a list to tick."""

    stage = models.CharField(_("part of the work"), max_length=12, choices=Stage.choices)
    summary = models.TextField(_("summary"), max_length=400, blank=True, help_text=_("What one can do after reading it."))
    good_when = models.TextField(_("when it helps"), blank=True)
    not_when = models.TextField(_("when not"), blank=True)
    time_needed = models.CharField(_("time"), max_length=120, blank=True, help_text=_("Such as “Two hours with three people”."))
    effort = models.CharField(_("effort"), max_length=10, choices=Effort.choices, blank=True)
    to_bring = models.TextField(_("what to bring"), blank=True)
    target_groups = ParentalManyToManyField("cms_organisation.TargetGroup", verbose_name=_("target groups"), blank=True, related_name="+")
    methods = ParentalManyToManyField(Method, verbose_name=_("related methods"), blank=True, related_name="guides")
    administration = models.ForeignKey(
        "cms_organisation.Administration",
        verbose_name=_("administration"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    owner_person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who keeps it true"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Ask this person. Colleagues see the name."),
    )
    review_on = models.DateField(_("review by"), null=True, blank=True, help_text=_("The day by which somebody checks it again."))

    parent_page_types = ["knowledge_hub.KnowledgeHubPage"]
    subpage_types: list[str] = []
    override_translatable_fields = synchronised("stage", "effort", "administration", "owner_person", "review_on")
    content_panels = [
        *SitePage.content_panels,
        FieldRowPanel([FieldPanel("stage"), FieldPanel("effort"), FieldPanel("time_needed")]),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("good_when"), FieldPanel("not_when"), FieldPanel("to_bring")], heading=_("Before you begin")),
        InlinePanel("steps", heading=_("Steps"), label=_("Step")),
        InlinePanel("checklist", heading=_("Checklist"), label=_("Item")),
        MultiFieldPanel([FieldPanel("methods"), FieldPanel("target_groups")], heading=_("Methods and target groups")),
        MultiFieldPanel(
            [FieldPanel("administration"), FieldPanel("owner_person"), FieldPanel("review_on")], heading=_("Who keeps it true")
        ),
    ]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    @property
    def is_due_for_review(self) -> bool:
        """Whether its review date has come."""
        return self.canonical.review_on is not None and self.canonical.review_on <= clock.today()


class GuideStep(TranslatableMixin, Orderable):
    """A step of a guide."""

    page = ParentalKey(GuidePage, on_delete=models.CASCADE, related_name="steps")
    title = models.CharField(_("what to do"), max_length=120)
    text = models.TextField(_("how"), blank=True)

    override_translatable_fields = synchronised("sort_order")
    panels = [FieldPanel("title"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")

    def __str__(self) -> str:
        return self.title


class ChecklistItem(TranslatableMixin, Orderable):
    """A line to tick."""

    page = ParentalKey(GuidePage, on_delete=models.CASCADE, related_name="checklist")
    text = models.CharField(_("text"), max_length=240)

    override_translatable_fields = synchronised("sort_order")
    panels = [FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("item of a checklist")
        verbose_name_plural = _("items of checklists")

    def __str__(self) -> str:
        return self.text
