"""The dialogue: a question, what it may change, who answers, and when.

A dialogue is created in the default language; that page is canonical and owns the facts. A
translation holds words and reads the rest through `page.canonical`.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail.models import PageManager

from cms.accounts.models import User
from cms.organisation.levels import Level
from cms.organisation.models import Administration, TopicLink
from cms.organisation.queries import living_topic_links
from cms.pages import SitePage
from cms.pages.translation import synchronised
from participation.choices import DialogueKind, Publishing, YesNo
from participation.editing.page_forms import DialogueForm
from participation.editing.panels import dialogue_panels
from participation.models.dialogue_queryset import DialogueQuerySet
from participation.models.promise import REASON_MAX
from participation.models.sections import AdministrationSectionPage
from participation.publication.promised_day import forget_told_reason, promised_day
from participation.publication.publish import publish_checked

RICH_TEXT = ["h2", "h3", "bold", "italic", "link", "document-link", "image", "ol", "ul", "hr"]


class DialogueTopic(TopicLink):
    """Gives a dialogue a topic."""

    content_object = ParentalKey("participation.DialoguePage", on_delete=models.CASCADE, related_name="topic_links")

    class Meta:
        constraints = [
            # A dialogue is counted once under a topic.
            models.UniqueConstraint(fields=["tag", "content_object"], name="participation_dialogue_topic_once"),
        ]


class DialoguePage(SitePage):
    """One dialogue (medborgardialog), from its mandate to its follow-up."""

    # The question
    question = models.CharField(
        _("question"), max_length=200, blank=True, help_text=_("One question, in plain words: “How can children get to school safely?”")
    )
    introduction = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("One or two sentences: what we want to know, and why now.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=DialogueKind.choices, default=DialogueKind.CITIZENS)
    level = models.CharField(
        _("level of participation"), max_length=20, choices=Level.choices, blank=True, help_text=_("Its promise is shown as a sentence.")
    )
    open_to_influence = models.TextField(
        _("open to influence"), blank=True, help_text=_("What the answers may change: “Where the crossings go, and in which order.”")
    )
    fixed_conditions = models.TextField(
        _("what is fixed"), blank=True, help_text=_("What they cannot change: “The budget for 2027, and the road's width.”")
    )
    background = RichTextField(_("background"), blank=True, features=RICH_TEXT)
    easy_read = models.TextField(_("easy-read summary"), blank=True, help_text=_("Short sentences. One thought in each."))
    image = models.ForeignKey(
        "cms_media.SiteImage", verbose_name=_("image"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    # Whom it concerns
    target_groups = ParentalManyToManyField("cms_organisation.TargetGroup", verbose_name=_("target groups"), blank=True)
    places = ParentalManyToManyField("cms_organisation.Place", verbose_name=_("places"), blank=True)
    topics = ClusterTaggableManager(through=DialogueTopic, verbose_name=_("topics"), blank=True)
    concerns_children = models.CharField(
        _("concerns children?"),
        max_length=3,
        choices=YesNo.choices,
        blank=True,
        help_text=_("The best interests of the child are tried before every measure that affects children (Act 2018:1197)."),
    )

    # Mandate
    no_mandate_reason = models.TextField(
        _("why there is no mandate"),
        blank=True,
        help_text=_("Only where no body has ordered the dialogue: “The administration asks on its own, before a proposal is written.”"),
    )

    # Who answers
    body = models.ForeignKey(
        "cms_organisation.Body",
        verbose_name=_("responsible body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="dialogues",
    )
    partners = ParentalManyToManyField(
        "cms_organisation.Administration",
        verbose_name=_("together with"),
        blank=True,
        related_name="partner_dialogues",
        help_text=_("Administrations whose editors may edit this dialogue and sort what people say. You publish it."),
    )
    contact_name = models.CharField(_("contact"), max_length=120, blank=True, help_text=_("A name or a function: “Traffic planner”."))
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    contact_email = models.EmailField(_("e-mail address"), blank=True)
    contact_address = models.CharField(_("address"), max_length=200, blank=True)

    # The feedback promise
    feedback_due_on = models.DateField(
        _("answer promised by"), null=True, blank=True, help_text=_("The last day by which people see what became of it.")
    )
    due_change_reason = models.CharField(
        _("why the day is moved"),
        max_length=REASON_MAX,
        blank=True,
        help_text=_("Only where the promised day is moved after publication; it is shown: “The committee has asked for one more count.”"),
    )
    feedback_form = models.CharField(
        _("how we answer"), max_length=200, blank=True, help_text=_("Such as “On this page, and at a meeting in the school.”")
    )
    feedback_responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible for the answer"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("A staff account. Citizens see its function, not its name."),
    )

    # How contributions are published
    publishing = models.CharField(_("contributions are published"), max_length=10, choices=Publishing.choices, default=Publishing.AFTER)

    # Marks
    cancelled_on = models.DateField(_("cancelled on"), null=True, blank=True)
    cancelled_reason = models.TextField(_("why it was cancelled"), blank=True)
    announced_closes_at = models.DateTimeField(null=True, blank=True, editable=False)

    # A short record of a dialogue held before the site existed
    is_record = models.BooleanField(
        _("short record"), default=False, help_text=_("A dialogue held before this site existed; it is marked so.")
    )
    held_when = models.CharField(_("when it was held"), max_length=120, blank=True, help_text=_("Such as “Spring 2019”."))
    held_by = models.CharField(_("who held it"), max_length=160, blank=True)
    held_methods = models.CharField(_("methods"), max_length=240, blank=True, help_text=_("Such as “Open house, survey on paper”."))
    held_participants = models.PositiveIntegerField(_("number taking part"), null=True, blank=True)
    held_result = models.TextField(_("result"), blank=True)
    held_link = models.URLField(_("link"), blank=True)

    override_translatable_fields = synchronised(
        "kind", "level", "image", "concerns_children", "body", "contact_phone", "contact_email", "contact_address",
        "feedback_due_on", "due_change_reason", "feedback_responsible", "publishing", "cancelled_on", "is_record", "held_participants", "held_link",
        "topic_links", "mandate_steps", "partners",
    )  # fmt: skip

    objects = PageManager.from_queryset(DialogueQuerySet)()

    base_form_class = DialogueForm
    edit_handler = dialogue_panels()
    read_with_page = ("body", "image", "feedback_responsible__administration")
    parent_page_types = ["participation.AdministrationSectionPage"]
    template = "participation/dialogues/page.html"

    class Meta:
        verbose_name = _("dialogue")
        verbose_name_plural = _("dialogues")

    @property
    def heading(self) -> str:
        """What stands at the top: the question where there is one."""
        return self.question or self.title

    @cached_property
    def administration(self) -> Administration | None:
        """The administration in whose section the dialogue stands."""
        path = self.canonical.path[: -self.steplen]
        section = AdministrationSectionPage.objects.filter(path=path).select_related("administration").first()
        return section.administration if section else None

    def with_content_json(self, content: dict[str, Any]) -> "DialoguePage":
        """The page as a draft has it: merged topics replaced; what was announced belongs to the page, not to a draft."""
        if content.get("topic_links"):
            content = content | {"topic_links": living_topic_links(content["topic_links"])}
        page = super().with_content_json(content)
        page.announced_closes_at = self.announced_closes_at
        forget_told_reason(page)
        return page

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and keep in mind which day people knew until now: publication writes down that it was moved."""
        self.told_day = promised_day(self)
        super().save(*args, **kwargs)

    def publish(self, revision: Any, user: User | None = None, **kwargs: Any) -> None:
        """Publish, if the gate lets it through. Raises PublicationRefused when a person publishes too early."""
        publish_checked(self, revision, user, super().publish, **kwargs)
