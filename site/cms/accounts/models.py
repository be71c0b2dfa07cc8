"""Who somebody is: an account with an e-mail address, or just a browser that takes part."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import uuid4

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from cms.text.addresses import canonical_address


class UserManager(BaseUserManager["User"]):
    """Creates accounts by address; addresses are compared in one form (`cms.text.addresses`)."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, **{"is_staff": True, "is_superuser": True, **fields})

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=self.normalize_email(username))

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        return canonical_address(email)


class User(AbstractUser):
    """An account. Staff also state their function ("traffic planner"): that is what citizens see."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
    function = models.CharField(
        _("function"),
        max_length=120,
        blank=True,
        help_text=_("Shown to citizens instead of the name, such as “Traffic planner”."),
    )
    administration = models.ForeignKey(
        "cms_organisation.Administration",
        verbose_name=_("administration"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="staff",
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            # One account per address, however its letters are typed.
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_any_case"),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def clean(self) -> None:
        self.email = UserManager.normalize_email(self.email)

    @property
    def shown_function(self) -> str:
        """What citizens see of a member of staff: the function, else the administration."""
        return self.function or (str(self.administration) if self.administration else "")


class Participant(models.Model):
    """Whoever takes part: one per account, or one per browser (known by a digest of its cookie).

    Editing, withdrawing and supporting belong to the participant, never to the holder of a receipt code.
    """

    user = models.OneToOneField(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="participant", verbose_name=_("account")
    )
    browser_digest = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)
    created_at = models.DateTimeField(_("created"))

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")

    def __str__(self) -> str:
        return f"#{self.pk}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Queries of invitations."""

    def waiting(self) -> "InvitationQuerySet":
        """Those that nobody has accepted, whether still good or too old."""
        return self.filter(accepted_at=None)

    def open(self, at: datetime) -> "InvitationQuerySet":
        """Those that can be accepted."""
        return self.waiting().filter(expires_at__gt=at)


class Invitation(models.Model):
    """Somebody is asked to work here. Its link holds the number and the version: renewing it makes older links void.

    The address is forgotten when the invitation is accepted; one that is withdrawn is deleted.
    """

    address = models.EmailField(_("e-mail address"), blank=True)
    groups = models.ManyToManyField("auth.Group", verbose_name=_("roles"), related_name="+")
    administration = models.ForeignKey(
        "cms_organisation.Administration",
        verbose_name=_("administration"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    invited_by = models.ForeignKey(User, verbose_name=_("invited by"), null=True, on_delete=models.SET_NULL, related_name="+")
    accepted_by = models.ForeignKey(User, verbose_name=_("accepted by"), null=True, on_delete=models.SET_NULL, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("sent"))
    expires_at = models.DateTimeField(_("good until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at", "-pk"]
        constraints = [
            # One invitation at a time for an address: another one would go on working beside it.
            models.UniqueConstraint("address", condition=models.Q(accepted_at=None), name="accounts_invitation_once"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"  # in the history of the admin, where no address belongs


class Erasure(models.Model):
    """Somebody was erased: only numbers and a time, so that a restored backup can be told to forget them again.

    `erased` holds for each kind of row ("user", "participant") its number and a digest of number and birth: a number that has been
    given to somebody else since does not fit.
    """

    key = models.UUIDField(unique=True, default=uuid4, editable=False)
    at = models.DateTimeField(_("erased"))
    erased = models.JSONField(_("what was erased"), default=dict)
    options = models.JSONField(_("what was chosen"), default=list)
    filed_at = models.DateTimeField(_("written to the list outside the database"), null=True, blank=True)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return str(self.key)
