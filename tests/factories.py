"""Things to arrange a test with. Traits say what matters: `DialogueFactory(closed=True)`.

Dates are relative to `cms.clock.now()`. Pages go straight into the tree, past the publication gate,
but hold everything that the gate asks for.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import factory
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth.models import Group
from django.utils.text import slugify
from factory.django import DjangoModelFactory
from wagtail.models import Collection, Locale, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail_factories import PageFactory

from cms import clock
from cms.accounts.models import Participant, User
from cms.fields import start_of
from cms.organisation.actions import grant_section_rights
from cms.organisation.levels import Level
from cms.organisation.models import Administration, AdministrationRole, Body, Place, TargetGroup, Topic
from cms.organisation.roles import Role, coordinator_group
from cms.organisation.staff import staff_group
from participation.choices import (
    AnswerKind,
    CommitmentStatus,
    ContributionState,
    HideReason,
    MandateKind,
    OutcomeStep,
    ReasonKind,
    YesNo,
)
from participation.models import (
    AdministrationSectionPage,
    Commitment,
    Contribution,
    Decision,
    DialogueIndexPage,
    DialoguePage,
    FollowUpPage,
    MandateStep,
    ModerationDecision,
    OtherWay,
    OutcomeItem,
    OutcomePage,
    Phase,
    Theme,
    ThemeContribution,
)

PASSWORD = "correct-horse-42"
RIGHTS = ["comments.comment", "comments.support"]


def day(offset: int) -> Any:
    """Midnight at the start of the day `offset` days from today."""
    return start_of(clock.today() + timedelta(days=offset))


# Time with a phrase


@contextmanager
def before_phase(phase: Phase) -> Iterator[None]:
    """A second before a phase opens."""
    with clock.at(phase.opens_at - timedelta(seconds=1)):
        yield


@contextmanager
def during(phase: Phase) -> Iterator[None]:
    """In the middle of a phase."""
    with clock.at(phase.opens_at + (phase.closes_at - phase.opens_at) / 2):
        yield


@contextmanager
def after(phase: Phase) -> Iterator[None]:
    """The instant at which a phase has closed."""
    with clock.at(phase.closes_at):
        yield


# Organisation


class AdministrationFactory(DjangoModelFactory):
    class Meta:
        model = Administration

    name = factory.Sequence(lambda n: f"Förvaltning {n}")
    slug = factory.LazyAttribute(lambda row: slugify(row.name))


class BodyFactory(DjangoModelFactory):
    class Meta:
        model = Body

    name = factory.Sequence(lambda n: f"Nämnd {n}")
    slug = factory.LazyAttribute(lambda row: slugify(row.name))
    abbreviation = factory.Sequence(lambda n: f"N{n}")
    contact = "namnd@example.org"
    privacy_notice = "<p>Så behandlar nämnden det du skriver.</p>"
    privacy_notice_en = "<p>How the body handles what you write.</p>"


class PlaceFactory(DjangoModelFactory):
    class Meta:
        model = Place

    name = factory.Sequence(lambda n: f"Ort {n}")
    slug = factory.LazyAttribute(lambda row: slugify(row.name))


class TargetGroupFactory(DjangoModelFactory):
    class Meta:
        model = TargetGroup

    name = factory.Sequence(lambda n: f"Målgrupp {n}")
    slug = factory.LazyAttribute(lambda row: slugify(row.name))
    barriers = "Svår text."
    helps = "Lätt svenska."


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = Topic

    name = factory.Sequence(lambda n: f"Ämne {n}")
    slug = factory.LazyAttribute(lambda row: slugify(row.name))


# People


class UserFactory(DjangoModelFactory):
    """An account with a confirmed address; `staff=True` works for the municipality."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        staff = factory.Trait(
            function="Utredare",
            administration=factory.SubFactory(AdministrationFactory),
            groups=factory.LazyFunction(lambda: [staff_group()]),
        )
        admin = factory.Trait(is_staff=True, is_superuser=True)

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    first_name = factory.Sequence(lambda n: f"Person{n}")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, groups: Any = (), password: str = PASSWORD, **fields: Any) -> User:
        user = User.objects.create_user(fields.pop("email"), password, **fields)
        user.groups.set(groups)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user


class ParticipantFactory(DjangoModelFactory):
    """Somebody who takes part: a browser, or with `user=` an account."""

    class Meta:
        model = Participant

    class Params:
        with_account = factory.Trait(user=factory.SubFactory(UserFactory), browser_digest=None)

    browser_digest = factory.Maybe("user", None, factory.Sequence(lambda n: f"{n:064x}"))
    user = None
    created_at = factory.LazyFunction(clock.now)


# The tree


def locale(code: str) -> Locale:
    """The locale of a language, made if need be."""
    return Locale.objects.get_or_create(language_code=code)[0]


def site_tree() -> "SiteTree":
    """The smallest tree of an installation, made once: a front, dialogues, one administration's section."""
    return SiteTree()


class SiteTree:
    """Locales, root, front, site, dialogue index and one section; made where missing, so it may be asked for again."""

    def __init__(self) -> None:
        self.swedish, self.english = locale("sv"), locale("en")
        if not Collection.objects.exists():  # a test with threads empties the database
            Collection.add_root(name="Root")
        self.root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=self.swedish)
        self.front = self._front()
        self.index = self._first(DialogueIndexPage, self.front, title="Dialoger", slug="dialoger", show_in_menus=True)
        self.section = AdministrationSectionPage.objects.child_of(self.index).first() or self._new_section()
        self.administration = self.section.administration

    def _front(self) -> Page:
        model = apps.get_model("home", "HomePage") if "homepage" in apps.all_models["home"] else Page
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is not None and site.root_page.slug == "start":
            return site.root_page.specific
        Page.objects.filter(slug="home", depth=2).delete()  # Wagtail's welcome page takes its site with it
        front = _add_child(self.root, model(title="Start", slug="start", locale=self.swedish))
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": front, "site_name": "Gensvar"}
        )
        Site.clear_site_root_paths_cache()
        return front

    def _first(self, model: type[Page], parent: Page, **fields: Any) -> Any:
        return model.objects.child_of(parent).first() or _add_child(parent, model(locale=self.swedish, **fields))

    def _new_section(self) -> AdministrationSectionPage:
        return SectionFactory(parent=self.index, administration=AdministrationFactory(name="Tekniska förvaltningen"))


def _add_child(parent: Page, page: Page) -> Any:
    """Below a freshly read parent: treebeard counts children in memory. What refers to what is not noted down: few tests ask."""
    with disable_reference_index_auto_update():
        return Page.objects.get(pk=parent.pk).add_child(instance=page)


def translated(page: Page, code: str = "en", *, live: bool = True, **words: Any) -> Any:
    """A translation of a page (and of its parents, where missing), live unless said otherwise."""
    target = locale(code)
    parent = page.get_parent()
    if parent.depth > 1 and not parent.get_translations(inclusive=False).filter(locale=target).exists():
        translated(parent.specific, code)
    copy = page.specific.copy_for_translation(target).specific
    for name, value in words.items():
        setattr(copy, name, value)
    copy.live = live
    copy.has_unpublished_changes = not live
    copy.save()
    return copy


class TreeFactory(PageFactory):
    """A live page below a freshly read parent."""

    class Meta:
        abstract = True

    locale = factory.LazyFunction(lambda: locale("sv"))

    @classmethod
    def _create_instance(cls, model_class: Any, parent: Any, kwargs: dict[str, Any]) -> Any:
        return _add_child(parent, model_class(**kwargs))


class SectionFactory(TreeFactory):
    class Meta:
        model = AdministrationSectionPage

    parent = factory.LazyFunction(lambda: site_tree().index)
    administration = factory.SubFactory(AdministrationFactory)
    title = factory.LazyAttribute(lambda page: page.administration.name)
    slug = factory.LazyAttribute(lambda page: slugify(page.title))


class DialogueFactory(TreeFactory):
    """A complete dialogue, open unless a trait says otherwise.

    `phases` are (name, first day, last day, rights), days counted from today.
    """

    class Meta:
        model = DialoguePage

    class Params:
        upcoming = factory.Trait(phases=[("Tyck till", 7, 28, RIGHTS)])
        open = factory.Trait(phases=[("Tyck till", -7, 14, RIGHTS)])
        closed = factory.Trait(phases=[("Tyck till", -40, -10, RIGHTS)])
        overdue = factory.Trait(phases=[("Tyck till", -90, -60, RIGHTS)], due=-20)
        answered = factory.Trait(phases=[("Tyck till", -60, -30, RIGHTS)], outcome=OutcomeStep.DECIDED)
        in_follow_up = factory.Trait(
            phases=[("Tyck till", -90, -60, RIGHTS)], outcome=OutcomeStep.DECIDED, commitments=[CommitmentStatus.UNDER_WAY]
        )
        concluded = factory.Trait(phases=[("Tyck till", -200, -160, RIGHTS)], outcome=OutcomeStep.DONE, commitments=[CommitmentStatus.DONE])
        cancelled = factory.Trait(cancelled_on=factory.LazyFunction(clock.today), cancelled_reason="Frågan drogs tillbaka.")
        record = factory.Trait(
            phases=[],
            is_record=True,
            held_when="Våren 2019",
            held_by="Tekniska förvaltningen",
            held_methods="Öppet hus, enkät på papper",
            held_participants=120,
            held_result="Två nya övergångsställen byggdes.",
        )
        draft = factory.Trait(live=False, phases=[("Tyck till", 0, 14, RIGHTS)])
        due = 60

    parent = factory.LazyFunction(lambda: site_tree().section)
    title = factory.Sequence(lambda n: f"Säker väg till skolan {n}")
    question = "Hur kan barnen ta sig säkert till skolan?"
    introduction = "Vi vill veta var det känns otryggt, innan förslaget skrivs."
    level = Level.CONSULT
    open_to_influence = "Var övergångarna ska ligga, och i vilken ordning de byggs."
    fixed_conditions = "Budgeten för året och vägens bredd."
    background = "<p>Trafiken har ökat sedan skolan byggdes ut.</p>"
    easy_read = "Vi vill veta vad du tycker om vägen till skolan."
    concerns_children = YesNo.YES
    body = factory.SubFactory(BodyFactory)
    contact_name = "Trafikplanerare"
    contact_phone = "0410-00 00 00"
    contact_email = "trafik@example.org"
    contact_address = "Rådhuset"
    feedback_due_on = factory.LazyAttribute(lambda page: clock.today() + timedelta(days=page.due))
    feedback_form = "På den här sidan och på ett möte i skolan."
    feedback_responsible = factory.SubFactory(UserFactory, staff=True)

    phases = [("Tyck till", -7, 14, RIGHTS)]
    outcome = ""
    commitments: list[str] | None = None

    @classmethod
    def _create_instance(cls, model_class: Any, parent: Any, kwargs: dict[str, Any]) -> Any:
        phases, outcome, commitments = kwargs.pop("phases"), kwargs.pop("outcome"), kwargs.pop("commitments")
        page = model_class(**kwargs)
        _fill(page, phases)
        _add_child(parent, page)
        if outcome:
            OutcomeFactory(dialogue=page, step=outcome)
        if commitments is not None:
            FollowUpFactory(dialogue=page, statuses=commitments)
        return page


def _fill(page: DialoguePage, phases: list[tuple[str, int, int, list[str]]]) -> None:
    """The rows of a complete dialogue: phases, mandate, other ways, whom and where it concerns."""
    for order, (name, first, last, rights) in enumerate(phases):
        page.phases.add(
            Phase(name=name, opens_at=day(first), closes_at=day(last + 1), rights=list(rights), sort_order=order, locale=page.locale)
        )
    first_step = clock.today() - timedelta(days=200)
    page.mandate_steps.add(
        MandateStep(
            kind=MandateKind.ASSIGNMENT, date=first_step, body=page.body, title="Uppdrag", paragraph="12", diary_number="TN 2024/17"
        )
    )
    page.other_ways.add(OtherWay(name="Ring oss", phone="0410-00 00 01", hours="Vardagar 8–16", locale=page.locale))
    page.target_groups.set([TargetGroup.objects.first() or TargetGroupFactory()])
    page.places.set([Place.objects.first() or PlaceFactory()])
    page.topics.add(Topic.objects.filter(is_active=True).first() or TopicFactory())
    page.announced_closes_at = max((phase.closes_at for phase in page.phases.all()), default=None)


class OutcomeFactory(TreeFactory):
    """The outcome of a dialogue, with one answer for each of its themes."""

    class Meta:
        model = OutcomePage
        exclude = ("dialogue",)

    class Params:
        draft = factory.Trait(live=False)

    dialogue = factory.SubFactory(DialogueFactory, closed=True)
    parent = factory.SelfAttribute("dialogue")
    title = "Så blev det"
    slug = "sa-blev-det"
    in_one_sentence = "Många ville ha lägre fart. Det blir 30 från september."
    introduction = "Många skrev om farten."
    step = OutcomeStep.DECIDED
    answered_on = factory.LazyAttribute(lambda page: None if page.step == OutcomeStep.SAID else clock.today())

    @classmethod
    def _create_instance(cls, model_class: Any, parent: Any, kwargs: dict[str, Any]) -> Any:
        page = model_class(**kwargs)
        for order, theme in enumerate(parent.themes.all()):
            page.items.add(_answer_to(theme, page, order))
        return _add_child(parent, page)


def _answer_to(theme: Theme, page: OutcomePage, order: int) -> OutcomeItem:
    return OutcomeItem(
        theme=theme,
        heading=theme.title,
        said=theme.summary,
        answer=AnswerKind.CHANGED,
        reason_kind=ReasonKind.GOOD_IDEA,
        reason="Det gör vägen säkrare.",
        sort_order=order,
        locale=page.locale,
    )


class FollowUpFactory(TreeFactory):
    """The follow-up of a dialogue; `statuses` gives one commitment each."""

    class Meta:
        model = FollowUpPage
        exclude = ("dialogue",)

    class Params:
        draft = factory.Trait(live=False)

    dialogue = factory.SubFactory(DialogueFactory, answered=True)
    parent = factory.SelfAttribute("dialogue")
    title = "Uppföljning"
    slug = "uppfoljning"
    statuses = [CommitmentStatus.UNDER_WAY]

    @classmethod
    def _create_instance(cls, model_class: Any, parent: Any, kwargs: dict[str, Any]) -> Any:
        statuses, theme = kwargs.pop("statuses"), parent.themes.first()
        page = model_class(**kwargs)
        for order, status in enumerate(statuses):
            page.commitments.add(_commitment(page, theme, status, order))
        return _add_child(parent, page)


def _commitment(page: FollowUpPage, theme: Theme | None, status: str, order: int) -> Commitment:
    return Commitment(
        what=f"En upphöjd övergång {order + 1}",
        who="Tekniska förvaltningen",
        due_on=clock.today() + timedelta(days=90),
        status=status,
        status_on=clock.today(),
        theme=theme,
        sort_order=order,
        locale=page.locale,
    )


# What people give, and what is made of it


class ContributionFactory(DjangoModelFactory):
    """A published comment; traits `hidden pending withdrawn reply official`."""

    class Meta:
        model = Contribution
        skip_postgeneration_save = True

    class Params:
        pending = factory.Trait(state=ContributionState.PENDING)
        withdrawn = factory.Trait(state=ContributionState.WITHDRAWN)
        hidden = factory.Trait(
            state=ContributionState.HIDDEN,
            hidden_reason=HideReason.THREAT,
            public_note="Hotfullt språk.",
            decision=factory.RelatedFactory("tests.factories.ModerationDecisionFactory", factory_related_name="contribution"),
        )
        reply = factory.Trait(
            reply_to=factory.SubFactory("tests.factories.ContributionFactory", dialogue=factory.SelfAttribute("..dialogue"))
        )
        official = factory.Trait(
            is_official=True,
            author_name="Trafikplanerare",
            official_administration=factory.LazyAttribute(lambda row: row.dialogue.administration),
        )

    dialogue = factory.SubFactory(DialogueFactory)
    method = "comments"
    text = factory.Sequence(lambda n: f"Bilarna kör för fort vid skolan ({n}).")
    author_name = factory.Sequence(lambda n: f"Boende {n}")
    received_at = factory.LazyFunction(clock.now)
    participant = factory.SubFactory(ParticipantFactory)
    reply_to = None
    thread_root = factory.LazyAttribute(lambda row: row.reply_to.root if row.reply_to else None)

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **fields: Any) -> Contribution:
        row = super()._create(model_class, *args, **fields)
        if row.thread_root_id and row.state == ContributionState.PUBLISHED:
            root = Contribution.objects.get(pk=row.thread_root_id)
            Contribution.objects.filter(pk=root.pk).update(reply_count=root.reply_count + 1)
        return row


class ModerationDecisionFactory(DjangoModelFactory):
    class Meta:
        model = ModerationDecision

    contribution = factory.SubFactory(ContributionFactory)
    verb = ModerationDecision.Verb.HIDDEN
    reason = HideReason.THREAT
    decided_at = factory.LazyFunction(clock.now)


class ThemeFactory(DjangoModelFactory):
    """A theme of a dialogue; `contributions=[...]` lie in it."""

    class Meta:
        model = Theme
        skip_postgeneration_save = True

    dialogue = factory.SubFactory(DialogueFactory, closed=True)
    title = factory.Sequence(lambda n: f"Lägre fart {n}")
    summary = "Många vill ha lägre fart."

    @factory.post_generation
    def contributions(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for contribution in extracted or ():
            ThemeContribution.objects.create(theme=self, contribution=contribution, sorted_at=clock.now())


class DecisionFactory(DjangoModelFactory):
    class Meta:
        model = Decision

    dialogue = factory.SubFactory(DialogueFactory, closed=True)
    body = factory.SelfAttribute("dialogue.body")
    date = factory.LazyFunction(clock.today)
    paragraph = factory.Sequence(lambda n: str(n + 1))
    diary_number = "TN 2024/17"
    text = "Nämnden beslutar att bygga två övergångar."


# Groups and roles


def editors_of(section: Page, *people: User, name: str = "", rights: tuple[str, ...] | None = None) -> Group:
    """A group with rights on a section; the people become its members, and moderators where they may publish."""
    group = Group.objects.get_or_create(name=name or f"Redaktörer {section.title}")[0]
    grant_section_rights(group, section, *([rights] if rights else []))
    for person in people:
        person.groups.add(group)
        if rights is None or "publish_page" in rights:
            person.groups.add(_moderators_at(section))
    return group


def _moderators_at(section: Page) -> Group:
    administration = getattr(section.specific, "administration", None)
    return role_group(administration, Role.MODERATOR) if administration else coordinator_group()


def role_group(administration: Administration, role: str) -> Group:
    """The group that holds a role, without a workspace around it."""
    known = AdministrationRole.objects.filter(administration=administration, role=role).first()
    if known is None:
        group = Group.objects.create(name=f"{administration.name} – {role}")
        known = AdministrationRole.objects.create(administration=administration, role=role, group=group)
    return known.group
