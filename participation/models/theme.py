"""Themes gather contributions; decisions are cited by answers. Both are internal rows of a dialogue."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.fields import DiaryNumberField, ParagraphField
from cms.text.paragraphs import written_paragraph


class Theme(models.Model):
    """What several contributions have in common. It ends in one answer (an OutcomeItem)."""

    dialogue = models.ForeignKey("participation.DialoguePage", on_delete=models.PROTECT, related_name="themes", verbose_name=_("dialogue"))
    title = models.CharField(_("title"), max_length=120, help_text=_("In the people's own words: “Lower speed”."))
    summary = models.TextField(_("what you said"), blank=True, help_text=_("Two or three sentences; minority views too."))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    contributions = models.ManyToManyField("participation.Contribution", through="participation.ThemeContribution", related_name="themes")

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["order", "pk"]
        constraints = [
            # Two themes of one name could not be told apart in a list.
            models.UniqueConstraint(fields=["dialogue", "title"], name="participation_theme_title_once"),
        ]

    def __str__(self) -> str:
        return self.title


class ThemeContribution(models.Model):
    """A contribution lies in a theme; it may lie in several."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="links")
    contribution = models.ForeignKey("participation.Contribution", on_delete=models.PROTECT, related_name="theme_links")
    sorted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    sorted_at = models.DateTimeField(_("sorted"))

    class Meta:
        verbose_name = _("sorted contribution")
        verbose_name_plural = _("sorted contributions")
        constraints = [
            # Counted once in a theme.
            models.UniqueConstraint(fields=["theme", "contribution"], name="participation_in_theme_once"),
        ]

    def __str__(self) -> str:
        return f"{self.theme_id} < {self.contribution_id}"


class Decision(models.Model):
    """A political decision: body, date and § together name it, since § restarts each year in each body."""

    dialogue = models.ForeignKey(
        "participation.DialoguePage", on_delete=models.PROTECT, related_name="decisions", verbose_name=_("dialogue")
    )
    body = models.ForeignKey("cms_organisation.Body", on_delete=models.PROTECT, related_name="decisions", verbose_name=_("body"))
    date = models.DateField(_("date"))
    paragraph = ParagraphField(_("§"), blank=True, help_text=_("Such as § 136."))
    diary_number = DiaryNumberField(_("diary number"), blank=True)
    text = models.TextField(_("what was decided"), blank=True)
    link = models.URLField(_("link to the minutes"), blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["date", "pk"]
        constraints = [
            # The same § is the same decision.
            models.UniqueConstraint(
                fields=["dialogue", "body", "date", "paragraph"], name="participation_decision_once", condition=~models.Q(paragraph="")
            ),
        ]

    def __str__(self) -> str:
        return self.citation

    @property
    def citation(self) -> str:
        """As it is cited: "Kommunstyrelsen 2023-05-03 § 136"."""
        return f"{self.body} {self.date.isoformat()} {written_paragraph(self.paragraph)}".rstrip()
