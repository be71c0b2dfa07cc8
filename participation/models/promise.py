"""How a promised day was kept: every move of it with its reason, and every "nothing new yet". Rows are only ever added."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

REASON_MAX = 300
STEP_MAX = 200


class FeedbackPromiseChange(models.Model):
    """The day by which an answer is promised, as it was published; `old_date` is empty at the first publication."""

    dialogue = models.ForeignKey(
        "participation.DialoguePage", verbose_name=_("dialogue"), on_delete=models.CASCADE, related_name="promise_changes"
    )
    old_date = models.DateField(_("earlier day"), null=True, blank=True)
    new_date = models.DateField(_("new day"))
    reason = models.CharField(_("why it was moved"), max_length=REASON_MAX, blank=True)
    changed_at = models.DateTimeField(_("changed"))
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("promised day")
        verbose_name_plural = _("promised days")
        ordering = ["changed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.dialogue_id}: {self.new_date}"


class ProgressNote(models.Model):
    """Nothing new yet, and what comes next by when: said to those who wait."""

    dialogue = models.ForeignKey(
        "participation.DialoguePage", verbose_name=_("dialogue"), on_delete=models.CASCADE, related_name="progress_notes"
    )
    next_step = models.CharField(_("next step"), max_length=STEP_MAX)
    next_by = models.DateField(_("by when"))
    written_at = models.DateTimeField(_("written"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("note that nothing is new yet")
        verbose_name_plural = _("notes that nothing is new yet")
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return f"{self.dialogue_id}: {self.next_step}"
