"""The outcome of a dialogue (Så blev det), in steps: what you said, what was decided, what was done."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin

from cms import clock
from cms.accounts.models import User
from cms.pages import SitePage
from cms.pages.translation import synchronised
from participation.choices import REASONS, REASONS_IN_GROUPS, AnswerKind, OutcomeStep, ReasonKind, is_reason_for
from participation.editing.page_forms import OutcomeForm
from participation.editing.panels import outcome_panels
from participation.models.old_drafts import living_items
from participation.publication.publish import publish_checked


class OutcomePage(SitePage):
    """Answers every theme of a dialogue. Rows of the live canonical page are what is published."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences: how many took part, and what it led to.")
    )
    in_one_sentence = models.CharField(
        _("in one sentence"),
        max_length=200,
        blank=True,
        help_text=_("What they said and what became of it, for the start page: “Two wanted a pond with life. It became twice as large.”"),
    )
    step = models.CharField(_("step"), max_length=10, choices=OutcomeStep.choices, default=OutcomeStep.SAID)
    decision_needed = models.BooleanField(_("a political decision is needed"), default=True)
    nothing_follows = models.BooleanField(
        _("nothing follows"), default=False, help_text=_("Tick when no commitment comes out of the dialogue; it is then concluded.")
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True, editable=False)
    closing = RichTextField(_("what happens now"), blank=True, features=["bold", "italic", "link", "ol", "ul"])

    override_translatable_fields = synchronised("step", "decision_needed", "nothing_follows")

    base_form_class = OutcomeForm
    edit_handler = outcome_panels()
    parent_page_types = ["participation.DialoguePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "participation/feedback/page.html"

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")

    @property
    def dialogue(self) -> Any:
        """The canonical dialogue that this is the outcome of."""
        return self.canonical.get_parent().specific

    def publish(self, revision: Any, user: User | None = None, **kwargs: Any) -> None:
        """Publish, if the gate lets it through. Raises PublicationRefused when a person publishes too early."""
        publish_checked(self, revision, user, super().publish, **kwargs)

    def can_move_to(self, parent: Any) -> bool:
        """Whether the page may move: it answers its own dialogue and stays with it."""
        return False

    def remember_answer(self) -> None:
        """Keep the day on which the step "decided" was first published: it says whether the promise was kept."""
        stored = OutcomePage.objects.filter(pk=self.pk, live=True)
        stored.filter(step=OutcomeStep.SAID).update(answered_on=None)
        stored.exclude(step=OutcomeStep.SAID).filter(answered_on=None).update(answered_on=clock.today())

    def with_content_json(self, content: dict[str, Any]) -> "OutcomePage":
        """A revision carries words; the day of the answer belongs to the page. An old one may name themes that are gone."""
        page = super().with_content_json(content | {"items": living_items(content.get("items", []))})
        page.answered_on = self.answered_on
        return page


def _reason_goes_with_answer() -> Q:
    """`choices.is_reason_for`, for the database."""
    allowed = Q(answer="") | Q(reason_kind="")
    for answer, reasons in REASONS.items():
        allowed |= Q(answer=answer, reason_kind__in=[reason.value for reason in reasons])
    return allowed


class OutcomeItem(TranslatableMixin, Orderable):
    """The answer to a theme: said, kind of answer, kind of reason, reason, decision. The gate asks for a no's reason."""

    page = ParentalKey(OutcomePage, on_delete=models.CASCADE, related_name="items")
    theme = models.ForeignKey("participation.Theme", verbose_name=_("theme"), on_delete=models.PROTECT, related_name="answers")
    heading = models.CharField(_("heading"), max_length=120)
    said = models.TextField(_("what you said"), blank=True)
    answer = models.CharField(_("answer"), max_length=10, choices=AnswerKind.choices, blank=True)
    reason_kind = models.CharField(_("kind of reason"), max_length=20, choices=REASONS_IN_GROUPS, blank=True)
    reason = models.TextField(_("reason"), blank=True, help_text=_("Two plain sentences. A no deserves the same care as a yes."))
    decision = models.ForeignKey(
        "participation.Decision", verbose_name=_("decision"), null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )

    override_translatable_fields = synchronised("theme", "answer", "reason_kind", "decision", "sort_order")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            # A reason for a no beside a yes would contradict it.
            models.CheckConstraint(condition=_reason_goes_with_answer(), name="participation_reason_goes_with_answer"),
        ]

    def __str__(self) -> str:
        return self.heading

    def clean(self) -> None:
        """The kind of reason goes with the kind of answer, in a draft too."""
        super().clean()
        if not is_reason_for(self.answer, self.reason_kind):
            raise ValidationError({"reason_kind": unfit_reason(self)})


def unfit_reason(item: OutcomeItem) -> str:
    """Says that the kind of reason contradicts the kind of answer, and which ones go with it."""
    sentence = gettext("“%(reason)s” is no reason for “%(answer)s”. Choose one of these: %(reasons)s.")
    reasons = get_text_list([str(reason.label) for reason in REASONS[item.answer]], gettext("or"))
    reason = ReasonKind(item.reason_kind).label
    return sentence % {"reason": reason, "answer": item.get_answer_display(), "reasons": reasons}
