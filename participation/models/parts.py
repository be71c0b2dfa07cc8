"""What hangs on a dialogue's page: phases, the mandate's steps, other ways to take part, documents, updates.

Words are TranslatableMixin children, matched by `translation_key`. Only those of the canonical page
carry facts; wagtail-localize keeps copies on translations, which nothing asks.
"""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from cms.fields import DiaryNumberField, FirstDayField, LastDayField, ParagraphField
from cms.pages.translation import synchronised
from participation.choices import DocumentKind, MandateKind
from participation.deadline import last_day
from participation.editing.rights import RightsWidget
from participation.registry import right_choices


class RightsField(models.JSONField):
    """A list of rights ("comments.comment") that people tick as words."""

    def formfield(self, **kwargs: Any) -> Any:
        label = capfirst(self.verbose_name)
        return forms.MultipleChoiceField(choices=right_choices, widget=RightsWidget, required=False, label=label, help_text=self.help_text)

    def save_form_data(self, instance: Any, data: list[str]) -> None:
        """Rights of a method that is switched off cannot be ticked; they are kept until it is on again."""
        known = {right for right, _words in right_choices()}
        kept = [right for right in getattr(instance, self.attname) or [] if right not in known]
        setattr(instance, self.attname, [*data, *kept])


class Phase(TranslatableMixin, Orderable):
    """A span of days and what may be done in it. Nothing points at a Phase: it stores the translation key."""

    page = ParentalKey("participation.DialoguePage", on_delete=models.CASCADE, related_name="phases")
    name = models.CharField(_("name"), max_length=80, help_text=_("Such as “Tell us what you think”."))
    opens_at = FirstDayField(_("first day"))
    closes_at = LastDayField(_("last day"), help_text=_("The last day that people can take part."))
    rights = RightsField(_("people may"), default=list, blank=True)

    override_translatable_fields = synchronised("opens_at", "closes_at", "rights", "sort_order")

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("opens_at", help_text=_("Such as 2026-03-02.")), FieldPanel("closes_at")]),
        FieldPanel("rights", help_text=_("Nothing ticked: people take part in other ways, such as at a meeting.")),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("phase")
        verbose_name_plural = _("phases")
        constraints = [
            # A phase that ends before it begins would never open and never close.
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="participation_phase_opens_before_it_closes"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("The last day lies before the first.")})

    @property
    def last_day(self) -> date:
        """The last day, as people say it (`closes_at` is the midnight after it)."""
        return last_day(self.closes_at)

    def is_open(self, at: datetime) -> bool:
        """Whether `at` lies within the phase."""
        return self.opens_at <= at < self.closes_at


class MandateStep(Orderable):
    """A dated step of the matter (Ärendets gång). It stays in Swedish: it names records."""

    page = ParentalKey("participation.DialoguePage", on_delete=models.CASCADE, related_name="mandate_steps")
    kind = models.CharField(_("kind"), max_length=20, choices=MandateKind.choices)
    date = models.DateField(_("date"))
    body = models.ForeignKey(
        "cms_organisation.Body", verbose_name=_("body"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(_("what"), max_length=200, help_text=_("Such as “Assignment to map the work with participation”."))
    paragraph = ParagraphField(_("§"), blank=True, help_text=_("Such as § 136."))
    diary_number = DiaryNumberField(_("diary number"), blank=True, help_text=_("Such as KS 2022/206."))
    link = models.URLField(_("link"), blank=True, help_text=_("To the minutes or the matter."))

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("date", help_text=_("Such as 2023-05-03."))]),
        FieldPanel("body", help_text=_("Who decided, or received the initiative: “Kommunstyrelsen”.")),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("paragraph"), FieldPanel("diary_number")]),
        FieldPanel("link"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("step of the mandate")
        verbose_name_plural = _("steps of the mandate")

    def __str__(self) -> str:
        return self.title


class OtherWay(TranslatableMixin, Orderable):
    """A way to take part without the website: by telephone, by letter, at a place and an hour."""

    page = ParentalKey("participation.DialoguePage", on_delete=models.CASCADE, related_name="other_ways")
    name = models.CharField(_("how"), max_length=120, help_text=_("Such as “Drop in at the library”."))
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    address = models.CharField(_("address or place"), max_length=200, blank=True)
    hours = models.CharField(_("hours"), max_length=200, blank=True, help_text=_("Such as “Tuesday 3 March, 15–18”."))

    override_translatable_fields = synchronised("phone", "sort_order")

    panels = [
        FieldPanel("name"),
        FieldRowPanel(
            [
                FieldPanel("phone", help_text=_("Such as 0410-73 30 00.")),
                FieldPanel("address", help_text=_("Such as “The library, Astrid Lindgrens allé 1”.")),
            ]
        ),
        FieldPanel("hours"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("other way to take part")
        verbose_name_plural = _("other ways to take part")

    def __str__(self) -> str:
        return self.name


class DialogueDocument(TranslatableMixin, Orderable):
    """A record of the dialogue: a file or a link, with its kind."""

    page = ParentalKey("participation.DialoguePage", on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(_("kind"), max_length=24, choices=DocumentKind.choices)
    title = models.CharField(_("title"), max_length=200)
    document = models.ForeignKey(
        "cms_media.SiteDocument", verbose_name=_("file"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    link = models.URLField(_("link"), blank=True)
    date = models.DateField(_("date"), null=True, blank=True)

    override_translatable_fields = synchronised("kind", "document", "link", "date", "sort_order")

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("date", help_text=_("The record's own date: 2026-03-05."))]),
        FieldPanel("title", help_text=_("What it is called: “Traffic count at the school, autumn 2025”.")),
        FieldPanel("document", help_text=_("A file that everybody can read: an accessible PDF.")),
        FieldPanel("link", help_text=_("Instead of a file: https://www.example.org/plan.")),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if bool(self.document_id) == bool(self.link):
            raise ValidationError(_("Choose a file or write a link: one of the two."))

    @property
    def url(self) -> str:
        """Where the record is."""
        return self.document.url if self.document else self.link


class DialogueUpdate(TranslatableMixin, Orderable):
    """A short dated piece of news about the dialogue."""

    page = ParentalKey("participation.DialoguePage", on_delete=models.CASCADE, related_name="updates")
    date = models.DateField(_("date"))
    text = models.TextField(_("text"), max_length=600, help_text=_("Two or three sentences: what has happened, and what comes next."))

    override_translatable_fields = synchronised("date", "sort_order")

    panels = [FieldPanel("date", help_text=_("Such as 2026-03-12.")), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("update")
        verbose_name_plural = _("updates")

    def __str__(self) -> str:
        return f"{self.date}: {self.text[:60]}"
