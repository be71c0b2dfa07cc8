"""The table of what can be found, its terms and facets; words for corrections; what was searched and not found."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.search.audience import Audience

TERM_MAX = 80  # a language's sign and a term


class SearchDocumentQuerySet(models.QuerySet["SearchDocument"]):
    """Words about documents."""

    def pending(self) -> "SearchDocumentQuerySet":
        """Those that the search node does not have as they are now: this is its queue."""
        return self.filter(mirrored_version__lt=F("version"))

    def to_refresh(self, at: datetime) -> "SearchDocumentQuerySet":
        """Those that time alone has changed."""
        return self.filter(refresh_at__lte=at)

    def shown(self) -> "SearchDocumentQuerySet":
        """Without what only engines read."""
        return self.defer("facets", "title_words", "refresh_at", "written_at", "removed_at")

    def findable(self) -> "SearchDocumentQuerySet":
        return self.exclude(audience=Audience.REMOVED)


class SearchDocument(models.Model):
    """One findable thing in one language, as it was written down last.

    A row is never deleted before the search node knows that it is removed: removed is an audience.
    """

    kind = models.CharField(_("kind"), max_length=60)
    object_id = models.BigIntegerField(_("number"))
    language = models.CharField(_("language"), max_length=10)
    group = models.CharField(_("group"), max_length=120)
    is_heading = models.BooleanField(_("gives its group title and address"), default=True)
    audience = models.CharField(_("who may find it"), max_length=10, choices=Audience.choices)
    title = models.CharField(_("title"), max_length=500, blank=True)
    text = models.TextField(_("text"), blank=True)
    date = models.DateTimeField(_("date"), null=True, blank=True)
    refresh_at = models.DateTimeField(_("look again at"), null=True, blank=True)
    facets = models.JSONField(_("facets"), default=dict)

    # What the analysis made of it: terms word by word, so that a fragment finds the places again
    title_terms = models.TextField(blank=True)
    text_terms = models.TextField(blank=True)
    parts = models.JSONField(default=dict)
    title_words = models.TextField(blank=True)
    analysis = models.PositiveSmallIntegerField(default=0)

    version = models.BigIntegerField(_("version"), default=1)
    mirrored_version = models.BigIntegerField(_("version that the search node has"), default=0)
    written_at = models.DateTimeField(_("written"), null=True, blank=True)
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("findable document")
        verbose_name_plural = _("findable documents")
        constraints = [
            # One row for a thing and a language, however many workers write it at the same instant.
            models.UniqueConstraint(fields=["kind", "object_id", "language"], name="search_document_once"),
        ]
        indexes = [
            models.Index(fields=["group", "is_heading"], name="search_document_group"),
            models.Index(fields=["audience", "date"], name="search_document_date"),
            models.Index(fields=["id"], name="search_document_pending", condition=Q(mirrored_version__lt=F("version"))),
            models.Index(fields=["refresh_at"], name="search_document_refresh", condition=Q(refresh_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} ({self.language})"


class SearchTerm(models.Model):
    """A term of a document with its weight, for the engine that searches in the database."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="terms")
    term = models.CharField(max_length=TERM_MAX)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            # A term is counted once for a document.
            models.UniqueConstraint(fields=["term", "document"], name="search_term_once"),
        ]

    def __str__(self) -> str:
        return self.term


class SearchFacetValue(models.Model):
    """A value of a facet that a document has."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="facet_values")
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=80)

    class Meta:
        constraints = [
            # A document is counted once under a value.
            models.UniqueConstraint(fields=["name", "value", "document"], name="search_facet_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class SearchWord(models.Model):
    """A word as it stands in texts, for corrections in the database; offered only while a document that the reader may find has its term."""

    language = models.CharField(max_length=10)
    word = models.CharField(max_length=60)
    term = models.CharField(max_length=TERM_MAX)
    length = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            # Told once.
            models.UniqueConstraint(fields=["language", "word"], name="search_word_once"),
        ]
        indexes = [models.Index(fields=["length"], name="search_word_length"), models.Index(fields=["term"], name="search_word_term")]

    def __str__(self) -> str:
        return self.word


class SearchMiss(models.Model):
    """Words that found nothing, counted by week and without persons."""

    week = models.DateField(_("week from"))
    language = models.CharField(_("language"), max_length=10)
    words = models.CharField(_("words"), max_length=80)
    count = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        verbose_name = _("search without results")
        verbose_name_plural = _("searches without results")
        ordering = ["-count", "words"]
        constraints = [
            # One count for the same words in a week.
            models.UniqueConstraint(fields=["week", "language", "words"], name="search_miss_once"),
        ]

    def __str__(self) -> str:
        return self.words
