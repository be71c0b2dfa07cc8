"""The data class of a guide's content."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Guide:
    """A guide's words and what it points at; `owner` is a key of the demo's accounts, `review_in` counts days."""

    title: str
    slug: str
    stage: str
    summary: str
    good_when: str
    not_when: str
    time_needed: str
    effort: str
    to_bring: str
    steps: tuple[tuple[str, str], ...]
    checklist: tuple[str, ...]
    methods: tuple[str, ...]
    target_groups: tuple[str, ...]
    owner: str
    review_in: int
