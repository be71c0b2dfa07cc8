"""The ledger: everything anybody gives, whatever the method and the channel, is one Contribution.

It is a public record (TF 2 kap.): hidden or withdrawn, never deleted, and every earlier text is kept.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.people import Person
from cms.text.receipt_codes import new_code, show_code
from cms.visibility import visible_to
from participation.choices import Channel, ContributionState, HideReason, NoAnswerReason, ReportReason
from participation.contract import Subject
from participation.models.dialogue import DialoguePage

TEXT_MAX = 5000  # characters
NAME_MAX = 60
NOTE_MAX = 300


class ContributionQuerySet(models.QuerySet["Contribution"]):
    """Queries of the ledger."""

    def published(self) -> "ContributionQuerySet":
        return self.filter(state=ContributionState.PUBLISHED)

    def on_page(self) -> "ContributionQuerySet":
        """Those that take a place on the page: published, and hidden ones or withdrawn ones as one grey line."""
        return self.exclude(state=ContributionState.PENDING)

    def in_threads(self) -> "ContributionQuerySet":
        """Those that a thread shows, if only as a grey line: a withdrawn one only while somebody has answered it."""
        answers = self.model.objects.exclude(state=ContributionState.PENDING).filter(reply_to=OuterRef("pk"))
        return self.on_page().filter(~Q(state=ContributionState.WITHDRAWN) | Exists(answers))

    def threads(self) -> "ContributionQuerySet":
        """First contributions, each of which begins a thread."""
        return self.filter(thread_root=None)

    def on(self, subject: Subject) -> "ContributionQuerySet":
        """Those that hang on a dialogue itself, on one of its activities, or on a thing of a method's own."""
        thing = {"subject_kind": subject.kind, "subject_number": subject.number} if subject.kind else {"subject_number": None}
        return self.filter(dialogue=subject.dialogue, activity=subject.activity, **thing)

    def newest(self) -> "ContributionQuerySet":
        return self.order_by(F("received_at").desc(), F("id").desc())

    def oldest(self) -> "ContributionQuerySet":
        return self.order_by("received_at", "id")

    def most_supported(self) -> "ContributionQuerySet":
        return self.order_by((F("support_count") + F("imported_supports")).desc(), F("received_at").desc(), F("id").desc())

    def visible_to(self, person: Person) -> "ContributionQuerySet":
        """Those whose place on a public page the person may see: of visible dialogues and activities, not waiting for review."""
        return self.on_page().in_visible_activities(person).filter(dialogue__in=visible_to(DialoguePage.objects.all(), person))

    def in_visible_activities(self, person: Person) -> "ContributionQuerySet":
        """Those that were given in no activity, or in one that the person may see."""
        return self.filter(Q(activity=None) | Q(activity__in=visible_to(Page.objects.all(), person)))

    def needing_answer(self) -> "ContributionQuerySet":
        """Published, in no theme and not marked as needing none; a reply goes with its published thread, official answers need none."""
        return self.published().filter(
            Q(reply_to=None) | ~Q(thread_root__state=ContributionState.PUBLISHED),
            is_official=False,
            theme_links=None,
            no_answer_needed=None,
        )

    def owed_answer(self) -> "ContributionQuerySet":
        """Those needing an answer that the municipality still owes: a cancelled dialogue promises none."""
        return self.needing_answer().filter(dialogue__cancelled_on=None)


def _thread_lists(name: str, field: str, hangs: Q, *more: str) -> list[models.Index]:
    """Indexes of the first comments on one kind of subject, newest first and most supported first."""
    first, latest = Q(thread_root=None) & hangs, (F("received_at").desc(), F("id").desc())
    support = (F("support_count") + F("imported_supports")).desc()
    return [
        models.Index(field, *more, "method", *latest, condition=first, name=f"participation_newest_{name}"),
        models.Index(field, *more, "method", support, *latest, condition=first, name=f"participation_most_{name}"),
    ]


class Contribution(models.Model):
    """What somebody gave: a comment, a proposal, a note from a meeting, a letter."""

    receipt_code = models.CharField(_("receipt code"), max_length=11, unique=True, default=new_code, editable=False)
    dialogue = models.ForeignKey(
        "participation.DialoguePage", verbose_name=_("dialogue"), on_delete=models.PROTECT, related_name="contributions"
    )
    activity = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("activity"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # A thing of a method's own that it hangs on (`Commentable`); empty on the dialogue and on an activity.
    subject_kind = models.CharField(max_length=60, blank=True, default="", db_default="", editable=False)
    subject_number = models.BigIntegerField(null=True, blank=True, editable=False)
    phase_key = models.UUIDField(null=True, blank=True, editable=False)
    method = models.CharField(_("method"), max_length=40)
    channel = models.CharField(_("channel"), max_length=12, choices=Channel.choices, default=Channel.WEB)
    text = models.TextField(_("text"), max_length=TEXT_MAX)
    language = models.CharField(_("language"), max_length=10, default="sv")
    author_name = models.CharField(_("name or alias"), max_length=NAME_MAX, blank=True)
    name_masked = models.BooleanField(_("name is masked"), default=False, editable=False)
    received_at = models.DateTimeField(_("received"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("entered by"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    entered_at = models.DateTimeField(_("entered"), null=True, blank=True, editable=False)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    group_size = models.PositiveIntegerField(_("number of people"), default=1)
    place = models.ForeignKey(
        "cms_organisation.Place", verbose_name=_("place"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    target_groups = models.ManyToManyField("cms_organisation.TargetGroup", verbose_name=_("target groups"), blank=True, related_name="+")
    participant = models.ForeignKey(
        "cms_accounts.Participant", null=True, blank=True, on_delete=models.SET_NULL, related_name="contributions"
    )
    state = models.CharField(_("state"), max_length=10, choices=ContributionState.choices, default=ContributionState.PUBLISHED)
    hidden_reason = models.CharField(_("reason"), max_length=20, choices=HideReason.choices, blank=True)
    public_note = models.CharField(_("public note"), max_length=NOTE_MAX, blank=True)
    reply_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replies")
    thread_root = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="thread")
    is_official = models.BooleanField(_("official answer"), default=False)
    official_administration = models.ForeignKey(
        "cms_organisation.Administration", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    support_count = models.PositiveIntegerField(_("supports"), default=0, editable=False)
    imported_supports = models.PositiveIntegerField(_("supports without persons"), default=0, editable=False)
    reply_count = models.PositiveIntegerField(default=0, editable=False)
    idempotency_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["-received_at", "-pk"]
        constraints = [
            # A reply knows both whom it answers and its thread; a root knows neither.
            models.CheckConstraint(
                condition=Q(reply_to=None, thread_root=None) | Q(reply_to__isnull=False, thread_root__isnull=False),
                name="participation_contribution_reply_has_thread",
            ),
            models.CheckConstraint(
                condition=Q(thread_root=None) | ~Q(thread_root=F("pk")), name="participation_contribution_not_own_thread"
            ),
            models.CheckConstraint(
                condition=Q(subject_kind="", subject_number=None) | (~Q(subject_kind="") & Q(subject_number__isnull=False)),
                name="participation_contribution_subject_is_whole",
            ),
        ]
        indexes = [
            # The first comments of threads on each kind of subject, in each order: a page of them is read without sorting the rest.
            *_thread_lists("dialogue", "dialogue", Q(activity=None, subject_number=None)),
            *_thread_lists("activity", "activity", Q(activity__isnull=False, subject_number=None)),
            *_thread_lists("thing", "subject_kind", Q(subject_number__isnull=False), "subject_number"),
            models.Index(fields=["thread_root", "received_at", "id"], name="participation_thread"),
            models.Index(fields=["dialogue", "state"], name="participation_dialogue_state"),
        ]

    def __str__(self) -> str:
        return self.shown_code

    @property
    def shown_code(self) -> str:
        """The receipt code as people see it."""
        return show_code(self.receipt_code)

    @property
    def shown_name(self) -> str:
        """The name as everybody reads it; a masked one is kept among the earlier texts, and nowhere shown."""
        return gettext("(the name is masked)") if self.name_masked else self.author_name

    @property
    def supports(self) -> int:
        """All supports, imported ones included."""
        return self.support_count + self.imported_supports

    @property
    def subject(self) -> Subject:
        """What it hangs on."""
        return Subject(self.dialogue, self.activity, self.subject_kind, self.subject_number)

    @property
    def root(self) -> "Contribution":
        """The first contribution of its thread."""
        return self.thread_root or self


class ContributionRevision(models.Model):
    """An earlier text or name of a contribution, kept when it was edited or withdrawn, or its name masked."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="revisions")
    text = models.TextField(_("text"))
    author_name = models.CharField(_("name or alias"), max_length=NAME_MAX, blank=True)
    replaced_at = models.DateTimeField(_("replaced"))

    class Meta:
        verbose_name = _("earlier text")
        verbose_name_plural = _("earlier texts")
        ordering = ["-replaced_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.contribution_id} {self.replaced_at:%Y-%m-%d %H:%M}"


class Support(models.Model):
    """One participant supports one contribution."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="supporters")
    participant = models.ForeignKey("cms_accounts.Participant", on_delete=models.CASCADE, related_name="supports")
    given_at = models.DateTimeField(_("given"))

    class Meta:
        verbose_name = _("support")
        verbose_name_plural = _("supports")
        constraints = [
            # One row per participant: a count cannot be pushed up by clicking again.
            models.UniqueConstraint(fields=["contribution", "participant"], name="participation_support_once"),
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id} + {self.participant_id}"


class Report(models.Model):
    """Somebody reports a contribution; staff decide, a count hides nothing."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="reports")
    participant = models.ForeignKey("cms_accounts.Participant", null=True, on_delete=models.SET_NULL, related_name="reports")
    reason = models.CharField(_("reason"), max_length=20, choices=ReportReason.choices)
    details = models.TextField(_("details"), max_length=500, blank=True)
    reported_at = models.DateTimeField(_("reported"))
    handled_at = models.DateTimeField(_("handled"), null=True, blank=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["reported_at"]
        constraints = [
            # One report per person and contribution.
            models.UniqueConstraint(fields=["contribution", "participant"], name="participation_report_once"),
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id}: {self.get_reason_display()}"


class ModerationDecision(models.Model):
    """Who decided what about a contribution's publication, and when. Rows are only ever added."""

    class Verb(models.TextChoices):
        PUBLISHED = "published", _("published")
        HIDDEN = "hidden", _("hidden")
        SHOWN = "shown", _("shown again")
        KEPT = "kept", _("left as it is, after a report")
        PROPOSED = "proposed", _("proposed to be hidden; a second person decides")
        CONFIRMED = "confirmed", _("confirmed by a second person")
        REJECTED = "rejected", _("the proposal to hide it was turned down")
        UPHELD = "upheld", _("looked at again by another person: stays hidden")
        MASKED = "masked", _("the name was masked")
        UNMASKED = "unmasked", _("the name is shown again")

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="moderation_decisions")
    verb = models.CharField(_("decision"), max_length=12, choices=Verb.choices)
    reason = models.CharField(_("reason"), max_length=20, choices=HideReason.choices, blank=True)
    note = models.CharField(_("public note"), max_length=NOTE_MAX, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(_("decided"))

    class Meta:
        verbose_name = _("moderation decision")
        verbose_name_plural = _("moderation decisions")
        ordering = ["-decided_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.contribution_id}: {self.get_verb_display()}"


class NoAnswerNeeded(models.Model):
    """A contribution that needs no answer of its own, and why; its receipt shows the reason."""

    contribution = models.OneToOneField(Contribution, on_delete=models.PROTECT, related_name="no_answer_needed")
    reason = models.CharField(_("reason"), max_length=20, choices=NoAnswerReason.choices)
    note = models.CharField(_("note"), max_length=NOTE_MAX, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(_("decided"))

    class Meta:
        verbose_name = _("no answer needed")
        verbose_name_plural = _("no answers needed")

    def __str__(self) -> str:
        return f"{self.contribution_id}: {self.get_reason_display()}"
