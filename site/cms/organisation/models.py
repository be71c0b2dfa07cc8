"""The municipality's own order: who is responsible, who decides, where, for whom, about what.

Rows are language-neutral (`name`, `name_en`): translated snippets would split every filter.
Administrations and bodies are renamed and merged between terms, so they carry dates and successors.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase
from wagtail.fields import RichTextField

from cms.maps.positions import Position, refuse_implausible
from cms.organisation.circles import refuse_circle
from cms.organisation.forms import NamedForm, PlaceForm, SuccessorsForm
from cms.text.slugs import OTHERWISE, slug_of

RICH_TEXT = ["bold", "italic", "link", "ol", "ul", "h3"]


class Named(models.Model):
    """A name in Swedish, and in English where it differs."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    name_en = models.CharField(_("name in English"), max_length=160, blank=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)

    base_form_class = NamedForm

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.localized_name

    @property
    def localized_name(self) -> str:
        """The name in the reader's language."""
        return self.name_en if self.name_en and get_language() == "en" else self.name


class DatedQuerySet(models.QuerySet[Any]):
    """Queries of rows that are valid for a time."""

    def current(self, on: date) -> "DatedQuerySet":
        """Those that exist on a day."""
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on))


class Dated(models.Model):
    """Something that exists from a day to a day (both included), and may have successors."""

    valid_from = models.DateField(_("exists from"), null=True, blank=True)
    valid_to = models.DateField(_("exists until"), null=True, blank=True, help_text=_("Last day. Empty while it exists."))
    successors = models.ManyToManyField("self", symmetrical=False, blank=True, verbose_name=_("continued by"))

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def heirs(self) -> list[Any]:
        """What continues it."""
        return list(self.successors.all())

    def exists_on(self, day: date) -> bool:
        """Whether it exists on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The last day lies before the first.")})


def _dates_in_order(name: str) -> models.CheckConstraint:
    """A row cannot end before it began."""
    return models.CheckConstraint(condition=Q(valid_to=None) | Q(valid_from=None) | Q(valid_to__gte=F("valid_from")), name=name)


class Administration(Named, Dated):
    """A förvaltning, or a municipal company: those who carry out and publish."""

    base_form_class = SuccessorsForm

    class Kind(models.TextChoices):
        ADMINISTRATION = "administration", _("administration")
        COMPANY = "company", _("municipal company")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.ADMINISTRATION)

    # Its workspace (cms.organisation.workspaces): where its files lie, and the names that it was last given
    collection = models.OneToOneField(
        "wagtailcore.Collection", verbose_name=_("collection"), null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    room_name = models.CharField(max_length=160, blank=True, editable=False)
    room_name_en = models.CharField(max_length=160, blank=True, editable=False)

    class Meta(Named.Meta):
        verbose_name = _("administration")
        verbose_name_plural = _("administrations")
        constraints = [_dates_in_order("organisation_administration_dates")]


class AdministrationRole(models.Model):
    """What the members of a group are in an administration: what they may do there follows from it."""

    class Role(models.TextChoices):
        EDITOR = "editor", _("editor")
        PUBLISHER = "publisher", _("publisher")
        MODERATOR = "moderator", _("moderator")

    administration = models.ForeignKey(Administration, verbose_name=_("administration"), on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    group = models.OneToOneField("auth.Group", verbose_name=_("group"), on_delete=models.CASCADE, related_name="administration_role")

    class Meta:
        verbose_name = _("role in an administration")
        verbose_name_plural = _("roles in administrations")
        constraints = [
            # One group holds a role: who is in it has the role, nobody else.
            models.UniqueConstraint(fields=["administration", "role"], name="organisation_role_once"),
        ]

    def __str__(self) -> str:
        return self.group.name


class Body(Named, Dated):
    """A political body: it mandates, decides, and is the data controller of its dialogues."""

    base_form_class = SuccessorsForm

    class Kind(models.TextChoices):
        COUNCIL = "council", _("municipal council")
        EXECUTIVE_BOARD = "executive_board", _("municipal executive board")
        COMMITTEE = "committee", _("committee")
        SUBCOMMITTEE = "subcommittee", _("working committee")
        DRAFTING_COMMITTEE = "drafting_committee", _("drafting committee")
        AUDIT = "audit", _("auditors")
        ADVISORY = "advisory", _("advisory body")
        BOARD = "board", _("board of a company")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.COMMITTEE)
    abbreviation = models.CharField(_("abbreviation"), max_length=8, blank=True, help_text=_("As in its diary numbers: KS."))
    administration = models.ForeignKey(
        Administration, verbose_name=_("administration"), null=True, blank=True, on_delete=models.PROTECT, related_name="bodies"
    )
    summary = models.TextField(_("what it decides on"), blank=True)
    summary_en = models.TextField(_("what it decides on, in English"), blank=True)
    contact = models.CharField(_("contact"), max_length=250, blank=True, help_text=_("E-mail address or telephone of its office."))
    privacy_notice = RichTextField(
        _("privacy notice"),
        blank=True,
        features=RICH_TEXT,
        help_text=_("How this body, as data controller, handles what people write. Shown beside every form."),
    )
    privacy_notice_en = RichTextField(_("privacy notice in English"), blank=True, features=RICH_TEXT)

    class Meta(Named.Meta):
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        constraints = [_dates_in_order("organisation_body_dates")]

    @property
    def localized_privacy_notice(self) -> str:
        """The privacy notice in the reader's language."""
        return self.privacy_notice_en if self.privacy_notice_en and get_language() == "en" else self.privacy_notice

    @property
    def localized_summary(self) -> str:
        """What it decides on, in the reader's language."""
        return self.summary_en if self.summary_en and get_language() == "en" else self.summary


class Place(Named):
    """A locality, village or part of town that dialogues concern."""

    class Kind(models.TextChoices):
        LOCALITY = "locality", _("locality")
        VILLAGE = "village", _("village")
        FISHING_VILLAGE = "fishing_village", _("fishing village")
        NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")
        WHOLE = "whole", _("whole municipality")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.LOCALITY)
    is_active = models.BooleanField(_("can be chosen"), default=True)
    merged_into = models.ForeignKey(
        "self", verbose_name=_("is now part of"), null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)

    base_form_class = PlaceForm

    class Meta(Named.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            # Half a position lies nowhere.
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False),
                name="organisation_place_position_whole",
            ),
        ]

    @property
    def heirs(self) -> list["Place"]:
        """The place that it is part of now."""
        return [self.merged_into] if self.merged_into is not None else []

    @property
    def position(self) -> Position | None:
        """Where it lies on a map; None where nobody has said it."""
        return self.position_of(self.latitude, self.longitude)

    @staticmethod
    def position_of(latitude: Any, longitude: Any) -> Position | None:
        """Two numbers as a position; None unless there are both."""
        return None if latitude is None or longitude is None else Position(float(latitude), float(longitude))

    def clean(self) -> None:
        super().clean()
        refuse_circle(self, self.heirs, field="merged_into")
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": _("Write both latitude and longitude, or neither.")})
        if self.position is not None:
            refuse_implausible(self.position)


class TargetGroup(Named):
    """Whom a dialogue wants to reach, what stands in their way, and what helps."""

    barriers = models.TextField(_("barriers"), blank=True)
    barriers_en = models.TextField(_("barriers, in English"), blank=True)
    helps = models.TextField(_("what helps"), blank=True)
    helps_en = models.TextField(_("what helps, in English"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100, validators=[MinValueValidator(0)])
    is_active = models.BooleanField(_("can be chosen"), default=True)

    class Meta(Named.Meta):
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")
        ordering = ["order", "name"]


class Topic(TagBase):
    """A topic of the municipality's closed list.

    A topic that was merged stays as a row that says where it went, since drafts may still name it.
    """

    name_en = models.CharField(_("name in English"), max_length=100, blank=True)
    is_active = models.BooleanField(_("can be chosen"), default=True)
    merged_into = models.ForeignKey(
        "self", verbose_name=_("merged into"), null=True, blank=True, on_delete=models.PROTECT, related_name="merged", editable=False
    )

    free_tagging = False
    base_form_class = NamedForm

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.localized_name

    def slugify(self, tag: str, i: int | None = None) -> str:
        """The address of a topic that a program makes, in letters that every address may bear."""
        slug = slug_of(tag, OTHERWISE)
        return f"{slug}-{i}" if i is not None else slug

    @property
    def localized_name(self) -> str:
        """The name in the reader's language."""
        return self.name_en if self.name_en and get_language() == "en" else self.name

    @property
    def heirs(self) -> list["Topic"]:
        """The topic that it was merged into."""
        return [self.merged_into] if self.merged_into is not None else []


class TopicLink(ItemBase):
    """Base of the rows that give something a topic; a plugin adds `content_object`."""

    tag = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="%(app_label)s_%(class)s_items", verbose_name=_("topic"))

    class Meta:
        abstract = True


class FormerSlug(models.Model):
    """An address that a row of the organisation had: printed links and filters with it still mean the row."""

    kind = models.CharField(_("kind"), max_length=80)
    slug = models.CharField(_("address"), max_length=100)
    row = models.PositiveBigIntegerField(_("row"))

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="organisation_former_slug_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"
