"""The panels of a dialogue's pages, in the order in which an editor thinks; each field shows one example."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)

from cms.pages import SitePage
from participation.editing.page_forms import DialogueForm, FollowUpForm, OutcomeForm, OwnRowsFormSet
from participation.publication import missing as part

TICK_BOXES = forms.CheckboxSelectMultiple
RADIOS = forms.RadioSelect


class OwnRowsPanel(InlinePanel):
    """Rows whose choices are those of their own dialogue."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = OwnRowsFormSet
        return options


def dialogue_panels() -> TabbedInterface:
    """The whole edit form of a dialogue."""
    return TabbedInterface(
        [
            ObjectList([_question(), _influence(), _whom(), _mandate()], heading=_("Dialogue")),
            ObjectList([_phases(), _ways(), _promise()], heading=_("Time and answer")),
            ObjectList([_background(), _documents(), _updates()], heading=_("Background")),
            ObjectList([_publishing(), _cancellation(), _record()], heading=_("Publishing")),
            ObjectList(SitePage.promote_panels, heading=_("Address")),
            ObjectList(SitePage.settings_panels, heading=_("Settings")),
        ],
        base_form_class=DialogueForm,
    )


def _question() -> Panel:
    return MultiFieldPanel(
        [
            TitleFieldPanel("title", help_text=_("The name of the matter, short: “Safe ways to school in Smygehamn”.")),
            FieldPanel("question"),
            FieldPanel("introduction"),
            FieldPanel(
                "image",
                help_text=_("The place itself, such as the street in front of the school. It stands on cards and beside the question."),
            ),
        ],
        heading=part.QUESTION,
    )


def _influence() -> Panel:
    return MultiFieldPanel(
        [
            FieldPanel("level", widget=RADIOS, help_text=_("Higher is not better; choose what you can keep.")),
            FieldPanel("open_to_influence"),
            FieldPanel("fixed_conditions"),
        ],
        heading=part.INFLUENCE,
    )


def _whom() -> Panel:
    return MultiFieldPanel(
        [
            FieldPanel("kind", help_text=_("“Users of a service” is for those who use it: parents, residents of a home.")),
            FieldPanel("concerns_children", widget=RADIOS),
            FieldPanel("target_groups", widget=TICK_BOXES, help_text=_("Those you want to reach, and who is never heard: “Youth”.")),
            FieldPanel("places", widget=TICK_BOXES, help_text=_("Where it will be felt: “Smygehamn”. None: the whole municipality.")),
            FieldPanel("topics"),
        ],
        heading=part.WHOM,
    )


def _mandate() -> Panel:
    return MultiFieldPanel(
        [
            FieldPanel("body", help_text=_("It decides and is the data controller: “Tekniska servicenämnden”.")),
            InlinePanel(
                "mandate_steps",
                label=_("Step"),
                heading=_("Steps of the mandate"),
                help_text=_("Each step that led here, dated: “2026-03-05, decision, Tekniska servicenämnden § 12”."),
            ),
            FieldPanel("no_mandate_reason"),
            FieldPanel("partners", widget=TICK_BOXES),
        ],
        heading=part.MANDATE,
    )


def _phases() -> Panel:
    return InlinePanel(
        "phases",
        label=_("Phase"),
        heading=part.PHASES,
        help_text=_("When people can take part, and how. Two phases may overlap only when they open different things."),
    )


def _ways() -> Panel:
    return MultiFieldPanel(
        [
            FieldPanel("contact_name"),
            FieldRowPanel(
                [
                    FieldPanel("contact_phone", help_text=_("Such as 0410-73 30 00.")),
                    FieldPanel("contact_email", help_text=_("Such as traffic@example.org.")),
                ]
            ),
            FieldPanel("contact_address", help_text=_("Where a letter goes: “Technical services, 231 83 Trelleborg”.")),
            InlinePanel(
                "other_ways",
                label=_("Way"),
                heading=_("Other ways to take part"),
                help_text=_("For those who do not write on the web: a telephone hour, a letter, a table at the library."),
            ),
        ],
        heading=part.WAYS,
    )


def _promise() -> Panel:
    return MultiFieldPanel(
        [
            FieldPanel("feedback_due_on"),
            FieldPanel("due_change_reason"),
            FieldPanel("feedback_form"),
            FieldPanel("feedback_responsible"),
        ],
        heading=part.PROMISE,
        help_text=_(
            "By this day people can read what became of it. All who follow the dialogue or asked to be told hear of it then, and when the day passes or is moved."
        ),
    )


def _background() -> Panel:
    return MultiFieldPanel(
        [
            FieldPanel("background", help_text=_("What has happened so far, and why you ask now: “The school is being extended.”")),
            FieldPanel("easy_read"),
        ],
        heading=_("Background"),
    )


def _documents() -> Panel:
    return InlinePanel(
        "documents",
        label=_("Document"),
        heading=pgettext_lazy("dialogue", "Documents"),
        help_text=_("A file or a link, never both: “Officer's report, 5 March 2026”."),
    )


def _updates() -> Panel:
    return InlinePanel(
        "updates", label=_("Update"), heading=part.UPDATES, help_text=_("Short dated news: “The drop-in on Tuesday moves to the library.”")
    )


def _publishing() -> Panel:
    return MultiFieldPanel(
        [
            FieldPanel(
                "publishing",
                widget=RADIOS,
                help_text=_("Review beforehand delays the conversation; choose it where threats or personal data are likely."),
            )
        ],
        heading=part.PUBLISHING,
    )


def _cancellation() -> Panel:
    return MultiFieldPanel(
        [
            FieldPanel("cancelled_on", help_text=_("The day of the decision to cancel. The page stays and says so.")),
            FieldPanel("cancelled_reason", help_text=_("One or two sentences: “The question was withdrawn by the committee.”")),
        ],
        heading=part.CANCELLED,
        classname="collapsed",
    )


def _record() -> Panel:
    return MultiFieldPanel(
        [
            FieldPanel("is_record"),
            FieldRowPanel([FieldPanel("held_when"), FieldPanel("held_participants", help_text=_("Such as 120; empty if nobody counted."))]),
            FieldPanel("held_by", help_text=_("Such as “Culture and leisure administration”.")),
            FieldPanel("held_methods"),
            FieldPanel("held_result", help_text=_("What came of it: “Two crossings were built in 2020.”")),
            FieldPanel("held_link", help_text=_("To a page or a report, such as https://www.example.org/report.")),
        ],
        heading=part.RECORD,
        classname="collapsed",
        help_text=_("A dialogue held before this site existed needs only its question, when it was held and what came of it."),
    )


def with_standard_tabs(content: list[Panel], form: type) -> TabbedInterface:
    """The edit form of a page below a dialogue: its content, its address, its settings."""
    return TabbedInterface(
        [
            ObjectList(content, heading=_("Content")),
            ObjectList(SitePage.promote_panels, heading=_("Address")),
            ObjectList(SitePage.settings_panels, heading=_("Settings")),
        ],
        base_form_class=form,
    )


def outcome_panels() -> TabbedInterface:
    """The edit form of an outcome: how far it has come, then one answer for each theme."""
    answers = OwnRowsPanel(
        "items",
        heading=part.ANSWERS,
        label=_("Answer"),
        help_text=_("One for each theme: what you said, what it led to, and why."),
        panels=[
            FieldPanel("theme"),
            FieldPanel("heading", help_text=_("As people said it: “Lower speed”.")),
            FieldPanel("said", help_text=_("Such as “41 of you want 30 km/h past the school; some fear longer queues.”")),
            FieldRowPanel([FieldPanel("answer"), FieldPanel("reason_kind")]),
            FieldPanel("reason"),
            FieldPanel("decision", help_text=_("The decision that says so; decisions are recorded beside the themes.")),
        ],
    )
    content = [
        TitleFieldPanel("title", help_text=_("Such as “What came of it: safe ways to school”.")),
        FieldPanel("in_one_sentence"),
        FieldPanel("introduction"),
        MultiFieldPanel(
            [
                FieldPanel("step", widget=RADIOS, help_text=_("“What you said” alone does not keep the promise; the answer does.")),
                FieldPanel("decision_needed", help_text=_("Untick where the administration may act on its own, such as a new bench.")),
                FieldPanel("nothing_follows"),
            ],
            heading=part.STEP,
        ),
        answers,
        FieldPanel("closing", help_text=_("Such as “The crossings are built in August.”")),
    ]
    return with_standard_tabs(content, OutcomeForm)


def _pictures() -> list[Panel]:
    """A picture before and one after, each with its day and what it shows."""
    return [
        MultiFieldPanel(
            [
                FieldPanel(f"{moment}_image", heading=heading),
                FieldRowPanel([FieldPanel(f"{moment}_on", help_text=_("Such as 2026-09-01.")), FieldPanel(f"{moment}_description")]),
            ],
            heading=heading,
        )
        for moment, heading in (("before", _("Picture before")), ("after", _("Picture after")))
    ]


def follow_up_panels() -> TabbedInterface:
    """The edit form of a follow-up: what was promised, by whom, by when, and how it goes."""
    commitments = OwnRowsPanel(
        "commitments",
        heading=part.COMMITMENTS,
        label=_("Commitment"),
        help_text=_("Change the status when something happens; its history is written when you publish."),
        panels=[
            FieldPanel("what"),
            FieldRowPanel([FieldPanel("who"), FieldPanel("due_on", required_on_save=False, help_text=_("Such as 2026-09-01."))]),
            FieldPanel("theme", help_text=_("The theme that it answers: “Lower speed”.")),
            FieldRowPanel([FieldPanel("status"), FieldPanel("status_on", help_text=_("Empty: the day you change the status."))]),
            FieldPanel("note"),
            *_pictures(),
        ],
    )
    content = [
        TitleFieldPanel("title", help_text=_("Such as “Follow-up: safe ways to school”.")),
        FieldPanel("introduction", help_text=_("One or two sentences: “Two of three commitments are done.”")),
        commitments,
    ]
    return with_standard_tabs(content, FollowUpForm)
