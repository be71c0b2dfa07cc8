"""The poll: a question, two to eight options, and one secret vote for each person."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, TitleFieldPanel
from wagtail.models import Orderable, TranslatableMixin

from cms.pages.translation import synchronised
from participation.api import ActivityPage, SecretVote, activity_panels
from participation.methods.poll.choices import ResultShown, Voters
from participation.methods.poll.forms import PollForm

OPTION_MAX = 120  # characters


class PollPage(ActivityPage):
    """A poll below a dialogue. Its votes belong to the canonical page, whatever the language in which people vote."""

    question = models.CharField(
        _("question"), max_length=200, blank=True, help_text=_("What people choose about: “Which play equipment do you want most?”")
    )
    introduction = models.TextField(
        _("introduction"), max_length=600, blank=True, help_text=_("What they need to know first, and what the result is used for.")
    )
    voters = models.CharField(_("who may vote"), max_length=10, choices=Voters.choices, default=Voters.ANYBODY)
    result_shown = models.CharField(_("the result is shown"), max_length=10, choices=ResultShown.choices, default=ResultShown.AFTER)

    override_translatable_fields = [*ActivityPage.override_translatable_fields, *synchronised("voters", "result_shown")]

    base_form_class = PollForm
    edit_handler = activity_panels(
        [
            TitleFieldPanel("title", help_text=_("A short name for lists: “Play equipment in the park”.")),
            FieldPanel("question"),
            FieldPanel("introduction"),
            InlinePanel(
                "options",
                label=_("Option"),
                heading=_("Options"),
                help_text=_("Two to eight. Once somebody has voted, words can be corrected, but no option removed or added."),
            ),
            FieldPanel("phase_key"),
            FieldPanel("voters", widget=forms.RadioSelect),
            FieldPanel("result_shown", widget=forms.RadioSelect),
        ],
        PollForm,
    )
    parent_page_types = ["participation.DialoguePage"]
    template = "participation_poll/poll_page.html"

    class Meta:
        verbose_name = _("poll")
        verbose_name_plural = _("polls")

    @property
    def heading(self) -> str:
        """What stands at the top: the question where there is one."""
        return self.question or self.title

    @property
    def has_votes(self) -> bool:
        """Whether anybody has voted."""
        return Vote.objects.filter(activity=self.pk).exists()

    def stored_options(self) -> models.QuerySet["PollOption"]:
        """The options that people vote about, whatever a draft says."""
        return PollOption.objects.filter(page=self.pk)


class PollOption(TranslatableMixin, Orderable):
    """What can be chosen. Votes name it by its translation key."""

    page = ParentalKey(PollPage, on_delete=models.CASCADE, related_name="options")
    text = models.CharField(_("option"), max_length=OPTION_MAX, help_text=_("A few words: “A climbing frame”."))
    image = models.ForeignKey(
        "cms_media.SiteImage",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Give every option one, or none. Its description is read to those who do not see it."),
    )

    override_translatable_fields = synchronised("image", "sort_order")

    panels = [FieldPanel("text"), FieldPanel("image")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("option")
        verbose_name_plural = _("options")

    def __str__(self) -> str:
        return self.text


class Vote(SecretVote):
    """One person's vote in a poll."""

    class Meta(SecretVote.Meta):
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
