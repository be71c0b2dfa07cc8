"""How far the answering of a dialogue has come."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from participation import contract
from participation.dialogues.answers import answer_sentence
from participation.dialogues.counts import in_words, people_behind
from participation.feedback.actions.drafts import draft_of
from participation.feedback.queries import with_counts
from participation.models import Contribution, DialoguePage, FollowUpPage, OutcomeItem, OutcomePage, Theme, ThemeContribution


@dataclass(frozen=True)
class Counts:
    """What becomes of the published contributions of a dialogue; official answers are not counted."""

    received: int = 0
    people: int = 0
    in_themes: int = 0
    no_answer: int = 0
    unsorted: int = 0

    @property
    def given(self) -> str:
        return in_words(contract.Counts(self.received, self.people))

    @property
    def with_thread(self) -> int:
        """Replies that go with their thread."""
        return self.received - self.in_themes - self.no_answer - self.unsorted


@dataclass(frozen=True)
class ThemeProgress:
    """A theme, how much is published in it, in words, and its answer as the draft has it."""

    theme: Theme
    given: str
    in_outcome: bool
    answer: str


@dataclass(frozen=True)
class Progress:
    """All that the page "Themes and answers" shows of a dialogue."""

    dialogue: DialoguePage
    counts: Counts
    outcome: OutcomePage | None
    follow_up: FollowUpPage | None
    themes: list[ThemeProgress] = field(default_factory=list)

    @property
    def missing(self) -> int:
        """How many themes have no place in the outcome yet."""
        return sum(not theme.in_outcome for theme in self.themes)


def progress_of(dialogue: DialoguePage) -> Progress:
    """The progress of a dialogue, in a number of queries that does not follow the number of contributions."""
    outcome = draft_of(OutcomePage, dialogue)
    answers = {item.theme_id: item for item in outcome.items.all()} if outcome else {}
    return Progress(
        dialogue=dialogue,
        counts=counts_of(dialogue),
        outcome=outcome,
        follow_up=draft_of(FollowUpPage, dialogue),
        themes=[_theme_progress(theme, answers.get(theme.pk), outcome) for theme in _counted_themes(dialogue)],
    )


def counts_of(dialogue: DialoguePage) -> Counts:
    """Count the contributions of a dialogue by what becomes of them."""
    rows = Contribution.objects.filter(dialogue=dialogue)
    said = rows.published().filter(is_official=False)
    sorted_rows = Exists(ThemeContribution.objects.filter(contribution=OuterRef("pk")))
    counts = said.annotate(is_sorted=sorted_rows).aggregate(
        received=Count("pk"),
        people=people_behind(),
        in_themes=Count("pk", filter=Q(is_sorted=True)),
        no_answer=Count("pk", filter=Q(is_sorted=False, no_answer_needed__isnull=False)),
    )
    return Counts(**counts, unsorted=rows.needing_answer().count())


def _counted_themes(dialogue: DialoguePage) -> Any:
    return with_counts(dialogue.themes.all())


def _theme_progress(theme: Any, item: OutcomeItem | None, outcome: OutcomePage | None) -> ThemeProgress:
    answer = answer_sentence(item, outcome) if item is not None else ""
    given = in_words(contract.Counts(theme.contribution_count, theme.people))
    return ThemeProgress(theme=theme, given=given, in_outcome=item is not None, answer=answer)
