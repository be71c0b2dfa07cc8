"""Queries of dialogues: canonical, with their state at an instant, of a section, of a body."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat, Left, Length
from django.utils import timezone
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.people import Person
from cms.visibility import visible_to
from participation.choices import OPEN_COMMITMENTS, OutcomeStep, State
from participation.models.follow_up import Commitment, FollowUpPage
from participation.models.outcome import OutcomePage
from participation.models.parts import Phase
from participation.models.sections import AdministrationSectionPage


class DialogueQuerySet(PageQuerySet):
    """Queries of many dialogues at once; `dialogues.state.state_of` answers for one."""

    def canonical(self) -> "DialogueQuerySet":
        """Pages that own the facts: those of the default language, aliases left out."""
        return self.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)

    def with_administration(self) -> "DialogueQuerySet":
        """Adds `administration_id`, read from the section in whose tree the page stands."""
        sections = AdministrationSectionPage.objects.filter(
            path=Left(OuterRef("path"), Length(OuterRef("path")) - Value(self.model.steplen))
        )
        return self.annotate(administration_id=Subquery(sections.values("administration_id")[:1]))

    def with_state(self, at: datetime) -> "DialogueQuerySet":
        """Adds `first_opens_at`, `last_closes_at`, `state`, `is_overdue` and `is_extended` as of an instant."""
        today = timezone.localtime(at).date()
        return (
            self.alias(**_facts(), open_until=_phase_time(Min("closes_at"), opens_at__lte=at, closes_at__gt=at))
            .annotate(first_opens_at=_phase_time(Min("opens_at")), last_closes_at=_phase_time(Max("closes_at")))
            .annotate(state=_state(at))
            .annotate(
                is_overdue=_truth(Q(state=State.CLOSED, feedback_due_on__lt=today)),
                is_extended=_truth(Q(last_closes_at__gt=F("announced_closes_at"), cancelled_on=None, is_record=False)),
            )
        )

    def by_urgency(self) -> "DialogueQuerySet":
        """Open ones first, those first whose open phase ends first; then upcoming, waiting for an answer, answered and concluded, newest first.

        Needs `with_state`.
        """
        order = [State.OPEN, State.UPCOMING, State.CLOSED, State.ANSWERED, State.IN_FOLLOW_UP, State.CONCLUDED, State.CANCELLED]
        ranks = [When(state=state, then=Value(rank)) for rank, state in enumerate(order)]
        soon = Case(
            When(state=State.OPEN, then=Coalesce("open_until", "last_closes_at")), When(state=State.UPCOMING, then=F("first_opens_at"))
        )
        due = Case(When(state=State.CLOSED, then=F("feedback_due_on")))
        return self.alias(rank=Case(*ranks, output_field=IntegerField()), answered_on=_answered_on()).order_by(
            "rank",
            soon.asc(nulls_last=True),
            due.asc(nulls_last=True),
            F("answered_on").desc(nulls_last=True),
            F("last_closes_at").desc(nulls_last=True),
            F("first_published_at").desc(nulls_last=True),
            "-pk",
        )

    def visible_to(self, person: Person) -> "DialogueQuerySet":
        """The dialogues that a person may see."""
        return visible_to(self, person)


def _truth(condition: Q) -> Case:
    """A condition that is true or false, never NULL: a missing date makes a comparison neither."""
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def _phase_time(aggregate: Any, **within: Any) -> Subquery:
    phases = Phase.objects.filter(page=OuterRef("pk"), **within).order_by().values("page")
    return Subquery(phases.annotate(moment=aggregate).values("moment"))


def _answered_on() -> Subquery:
    return Subquery(OutcomePage.objects.filter(**_live_below()).order_by("pk").values("answered_on")[:1])


def _live_below(prefix: str = "") -> dict[str, Any]:
    """Live children of the dialogue at hand; the range lets the database use its index of paths."""
    return {
        f"{prefix}path__gt": OuterRef("path"),
        f"{prefix}path__lte": Concat(OuterRef("path"), Value("Z" * Page.steplen)),
        f"{prefix}path__startswith": OuterRef("path"),
        f"{prefix}depth": OuterRef("depth") + 1,
        f"{prefix}live": True,
    }


def _facts() -> dict[str, Any]:
    below = _live_below()
    follow_ups = FollowUpPage.objects.filter(**below)
    open_commitments = Commitment.objects.filter(**_live_below("page__"), status__in=OPEN_COMMITMENTS)
    return {
        "outcome_decided": Exists(OutcomePage.objects.filter(**below, step__in=(OutcomeStep.DECIDED, OutcomeStep.DONE))),
        "nothing_follows": Exists(OutcomePage.objects.filter(**below, nothing_follows=True)),
        "has_follow_up": Exists(follow_ups),
        "has_open_commitment": Exists(open_commitments),
    }


def _state(at: datetime) -> Case:
    """The state in SQL: the first that fits, in the order of `dialogues.state.state_of`."""
    return Case(
        When(cancelled_on__isnull=False, then=Value(State.CANCELLED)),
        When(is_record=True, has_follow_up=True, has_open_commitment=True, then=Value(State.IN_FOLLOW_UP)),
        When(is_record=True, then=Value(State.CONCLUDED)),
        When(Q(first_opens_at=None) | Q(first_opens_at__gt=at), then=Value(State.UPCOMING)),
        When(last_closes_at__gt=at, then=Value(State.OPEN)),
        When(outcome_decided=False, then=Value(State.CLOSED)),
        When(has_follow_up=True, has_open_commitment=True, then=Value(State.IN_FOLLOW_UP)),
        When(Q(has_follow_up=True) | Q(nothing_follows=True), then=Value(State.CONCLUDED)),
        default=Value(State.ANSWERED),
        output_field=CharField(),
    )
