"""Who follows what, what has happened, and what somebody asked for by an address that is not confirmed yet.

What is followed belongs to plugins, so it is named by kind ("participation.dialogue") and number.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

KIND_MAX = 80
REQUEST_LIVES = timedelta(days=14)


class Pace(models.TextChoices):
    """How soon a follower is told."""

    AT_ONCE = "at_once", _("As soon as something happens")
    DAILY = "daily", _("Once a day")
    WEEKLY = "weekly", _("Once a week")
    OUTCOME = "outcome", _("Only what it led to")


class Follower(models.Model):
    """Whoever is told what happens: an account, or an address that its owner has confirmed.

    There is one per account and one per address; an account takes over the follower of its confirmed address.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="follower", verbose_name=_("account")
    )
    address = models.EmailField(_("e-mail address"), null=True, blank=True, unique=True)
    language = models.CharField(_("language"), max_length=10, default=settings.LANGUAGE_CODE)
    confirmed_at = models.DateTimeField(_("address confirmed"), null=True, blank=True)
    hears_own = models.BooleanField(_("is told what becomes of what is theirs"), default=True)
    link_version = models.PositiveIntegerField(_("version of the link"), default=1)
    created_at = models.DateTimeField(_("created"))

    class Meta:
        verbose_name = _("follower")
        verbose_name_plural = _("followers")
        constraints = [
            models.CheckConstraint(
                condition=Q(user=None, address__isnull=False) | Q(user__isnull=False, address=None),
                name="following_follower_user_or_address",
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def mail_address(self) -> str:
        """Where its mails go."""
        return self.user.email if self.user is not None else self.address or ""


class Follow(models.Model):
    """Somebody follows something, at a pace. Leaving deletes it."""

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="follows", verbose_name=_("follower"))
    kind = models.CharField(_("kind"), max_length=KIND_MAX)
    object_id = models.BigIntegerField(_("number"))
    pace = models.CharField(_("how often"), max_length=10, choices=Pace.choices, default=Pace.AT_ONCE)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    told_until = models.DateTimeField(_("told until"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"))

    class Meta:
        verbose_name = _("follow")
        verbose_name_plural = _("follows")
        constraints = [models.UniqueConstraint(fields=["follower", "kind", "object_id"], name="following_follow_once")]
        indexes = [
            models.Index(fields=["kind", "object_id", "follower"], name="following_by_object"),
            models.Index(fields=["pace", "told_until", "follower"], name="following_by_pace"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """What happened before somebody followed is not told."""
        if self.told_until is None:
            self.told_until = self.confirmed_at
        super().save(*args, **kwargs)


class AddressRequest(models.Model):
    """What somebody asked for by typing an address: to follow something, (no `kind`) the link to one's page, or a plugin's letter.

    Whether a mail goes there is decided by the worker, so that every request costs the one who asks the same.
    """

    form_key = models.UUIDField(unique=True, editable=False)
    address = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=10)
    kind = models.CharField(_("kind"), max_length=KIND_MAX, blank=True)
    object_id = models.BigIntegerField(_("number"), null=True, blank=True)
    pace = models.CharField(_("how often"), max_length=10, choices=Pace.choices, blank=True)
    created_at = models.DateTimeField(_("created"))
    mailed_at = models.DateTimeField(_("mailed"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    class Meta:
        verbose_name = _("request by address")
        verbose_name_plural = _("requests by address")
        indexes = [models.Index(fields=["address", "created_at"], name="following_request_by_address")]

    def __str__(self) -> str:
        return f"#{self.pk}"


class NewsItem(models.Model):
    """Something happened, once (`key`). `data` holds numbers of rows, never words: those are read when they are told."""

    kind = models.CharField(_("kind"), max_length=KIND_MAX)
    key = models.CharField(_("what makes it happen once"), max_length=200, unique=True)
    data = models.JSONField(_("what it is about"), default=dict)
    happened_at = models.DateTimeField(_("happened"))
    created_at = models.DateTimeField(_("written"), db_index=True)

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class NewsTarget(models.Model):
    """What a news item belongs to: whoever follows it is told."""

    item = models.ForeignKey(NewsItem, on_delete=models.CASCADE, related_name="targets", verbose_name=_("news item"))
    kind = models.CharField(_("kind"), max_length=KIND_MAX)
    object_id = models.BigIntegerField(_("number"))

    class Meta:
        verbose_name = _("target of news")
        verbose_name_plural = _("targets of news")
        constraints = [models.UniqueConstraint(fields=["item", "kind", "object_id"], name="following_target_once")]
        indexes = [models.Index(fields=["kind", "object_id", "item"], name="following_target_by_object")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class NewsOwner(models.Model):
    """Whose own a news item is: they hear of it at once, without following."""

    item = models.ForeignKey(NewsItem, on_delete=models.CASCADE, related_name="owners", verbose_name=_("news item"))
    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="own_news", verbose_name=_("follower"))

    class Meta:
        verbose_name = _("owner of news")
        verbose_name_plural = _("owners of news")
        constraints = [models.UniqueConstraint(fields=["item", "follower"], name="following_owner_once")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.follower_id}"
