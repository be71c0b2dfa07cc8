"""What makes moderation fair: another person looks again, a second person confirms, and it is known who looked when."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from participation.choices import ConflictKind, HideReason
from participation.models.contribution import NOTE_MAX, Contribution, ModerationDecision

WORDS_MAX = 1000  # characters


def _staff(label: Any) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=label, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )


class SecondLook(models.Model):
    """The one who wrote a hidden contribution asks for another person to look again: once for each time it was hidden."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="second_looks")
    hiding = models.OneToOneField(ModerationDecision, on_delete=models.PROTECT, related_name="second_look")
    hidden_by = _staff(_("hidden by"))
    asked_at = models.DateTimeField(_("asked"))
    words = models.TextField(_("why it should be shown"), max_length=WORDS_MAX)
    decided_by = _staff(_("looked at by"))
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    upheld = models.BooleanField(_("stays hidden"), null=True, blank=True)
    answer = models.TextField(_("answer"), max_length=WORDS_MAX, blank=True)

    class Meta:
        verbose_name = _("request to look again")
        verbose_name_plural = _("requests to look again")
        ordering = ["asked_at", "pk"]
        constraints = [
            # Whoever hid it does not decide whether that was right.
            models.CheckConstraint(condition=~Q(decided_by=F("hidden_by")), name="participation_second_look_by_another"),
            # Decided means both: when, and how.
            models.CheckConstraint(
                condition=Q(decided_at=None, upheld=None) | Q(decided_at__isnull=False, upheld__isnull=False),
                name="participation_second_look_decided_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id}: {self.asked_at:%Y-%m-%d}"


class HideProposal(models.Model):
    """Somebody with a stake in the dialogue wants a contribution hidden: a second person confirms, or leaves it as it is."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="hide_proposals")
    reason = models.CharField(_("reason"), max_length=20, choices=HideReason.choices)
    note = models.CharField(_("public note"), max_length=NOTE_MAX, blank=True)
    conflict = models.CharField(_("why a second person is needed"), max_length=20, choices=ConflictKind.choices)
    at_once = models.BooleanField(_("hidden at once"), default=False)
    proposed_by = _staff(_("proposed by"))
    proposed_at = models.DateTimeField(_("proposed"))
    decided_by = _staff(_("decided by"))
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    confirmed = models.BooleanField(_("confirmed"), null=True, blank=True)

    class Meta:
        verbose_name = _("proposal to hide")
        verbose_name_plural = _("proposals to hide")
        ordering = ["proposed_at", "pk"]
        constraints = [
            # Nobody is the second person of their own proposal.
            models.CheckConstraint(condition=~Q(decided_by=F("proposed_by")), name="participation_hide_proposal_by_another"),
            # One proposal at a time.
            models.UniqueConstraint(fields=["contribution"], condition=Q(decided_at=None), name="participation_hide_proposal_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id}: {self.get_reason_display()}"


class ModerationLook(models.Model):
    """Who looked at what is said in a dialogue, and when (the supervision of Act 1998:112, section 4). Rows are only ever added."""

    dialogue = models.ForeignKey("participation.DialoguePage", on_delete=models.PROTECT, related_name="moderation_looks")
    person = _staff(_("who looked"))
    looked_at = models.DateTimeField(_("looked"))
    seen = models.PositiveIntegerField(_("contributions seen"))
    seen_until = models.DateTimeField(_("the newest of them received"))

    class Meta:
        verbose_name = _("look by a moderator")
        verbose_name_plural = _("looks by moderators")
        ordering = ["-looked_at", "-pk"]
        indexes = [models.Index(fields=["dialogue", "looked_at"], name="participation_look")]

    def __str__(self) -> str:
        return f"{self.dialogue_id} {self.looked_at:%Y-%m-%d %H:%M}"
