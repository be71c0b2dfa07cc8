"""The follow-up: what was promised, who does it, by when, and how it goes."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin

from cms.accounts.models import User
from cms.pages import SitePage
from cms.pages.translation import synchronised
from participation.choices import OPEN_COMMITMENTS, CommitmentStatus
from participation.editing.page_forms import FollowUpForm
from participation.editing.panels import follow_up_panels
from participation.models.old_drafts import living_commitments
from participation.models.pictures import BeforeAndAfter
from participation.publication.publish import publish_checked


class FollowUpPage(SitePage):
    """Holds the commitments of a dialogue. Rows of the live canonical page are what is published."""

    introduction = models.TextField(_("introduction"), blank=True)

    base_form_class = FollowUpForm
    edit_handler = follow_up_panels()
    parent_page_types = ["participation.DialoguePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "participation/commitments/page.html"

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")

    @property
    def dialogue(self) -> Any:
        """The canonical dialogue that this follows up."""
        return self.canonical.get_parent().specific

    def publish(self, revision: Any, user: User | None = None, **kwargs: Any) -> None:
        """Publish, if the gate lets it through. Raises PublicationRefused when a person publishes too early."""
        publish_checked(self, revision, user, super().publish, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> "FollowUpPage":
        """The page as an old revision has it, without themes that are gone."""
        return super().with_content_json(content | {"commitments": living_commitments(content.get("commitments", []))})

    def can_move_to(self, parent: Any) -> bool:
        """Whether the page may move: it follows up its own dialogue and stays with it."""
        return False


class Commitment(TranslatableMixin, BeforeAndAfter, Orderable):
    """What will be done, by whom, by when, with pictures of it. Its history is written when a changed status is published."""

    page = ParentalKey(FollowUpPage, on_delete=models.CASCADE, related_name="commitments")
    theme = models.ForeignKey(
        "participation.Theme", verbose_name=_("theme"), null=True, blank=True, on_delete=models.PROTECT, related_name="commitments"
    )
    what = models.CharField(_("what"), max_length=200, help_text=_("Such as “A raised crossing at Östra skolan”."))
    who = models.CharField(_("who"), max_length=160, help_text=_("A function or a unit: “Technical services, roads”."))
    due_on = models.DateField(_("by when"), null=True)  # a draft may lack it; the gate asks for it
    status = models.CharField(_("status"), max_length=12, choices=CommitmentStatus.choices, default=CommitmentStatus.NOT_BEGUN)
    status_on = models.DateField(_("status since"), null=True, blank=True)
    note = models.CharField(
        _("note on the status"), max_length=300, blank=True, help_text=_("Why it changed or was dropped; what is done so far.")
    )

    override_translatable_fields = synchronised(
        "theme", "due_on", "status", "status_on", "sort_order", "before_image", "before_on", "after_image", "after_on"
    )

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")

    def __str__(self) -> str:
        return self.what

    @property
    def is_open(self) -> bool:
        """Whether something still has to be done."""
        return self.status in OPEN_COMMITMENTS

    @property
    def is_done_late(self) -> bool:
        """Whether it was done after its day."""
        return is_done_late(self.status, self.status_on, self.due_on)


def is_done_late(status: str, since: date | None, due_on: date | None) -> bool:
    """Whether what is done was done after the day by which it was promised."""
    return status == CommitmentStatus.DONE and since is not None and due_on is not None and since > due_on


class CommitmentStatusEntry(models.Model):
    """A dated status of a commitment, written at publication; rows are only ever added."""

    dialogue = models.ForeignKey("participation.DialoguePage", on_delete=models.PROTECT, related_name="commitment_history")
    commitment_key = models.UUIDField(editable=False)
    date = models.DateField(_("date"))
    status = models.CharField(_("status"), max_length=12, choices=CommitmentStatus.choices)
    due_on = models.DateField(_("by when"))
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("status of a commitment")
        verbose_name_plural = _("statuses of commitments")
        ordering = ["date", "pk"]
        indexes = [models.Index(fields=["commitment_key", "date"], name="participation_history")]

    def __str__(self) -> str:
        return f"{self.date}: {self.get_status_display()}"

    @property
    def is_done_late(self) -> bool:
        """Whether it tells of something that was done after its day."""
        return is_done_late(self.status, self.date, self.due_on)
