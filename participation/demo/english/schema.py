"""The English of an example: the same order as the Swedish, so that each text finds its pair."""

from dataclasses import dataclass

from participation.demo.schema import Way


@dataclass(frozen=True)
class EnglishOutcome:
    """Themes as (title, what you said), and the reasons in the order of the answers."""

    slug: str
    title: str
    in_one_sentence: str
    introduction: str
    closing: str
    themes: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class EnglishFollowUp:
    """Commitments as (what, who, the latest note)."""

    slug: str
    title: str
    introduction: str
    commitments: tuple[tuple[str, str, str], ...]
    shots: tuple[str, ...] = ()  # what its pictures show, in their order


@dataclass(frozen=True)
class English:
    """One dialogue in English."""

    of: str
    slug: str
    title: str
    question: str
    introduction: str
    open_to_influence: str
    fixed_conditions: str
    background: str
    easy_read: str
    feedback_form: str
    contact_name: str
    phases: tuple[str, ...]
    other_ways: tuple[Way, ...]
    papers: tuple[str, ...]
    news: tuple[str, ...]
    outcome: EnglishOutcome | None = None
    follow_up: EnglishFollowUp | None = None
