"""Pair each Swedish text of an example with its English."""

import re
from collections.abc import Iterable, Iterator

from cms.demo.identity import EXAMPLE_NOTICE, EXAMPLE_NOTICE_EN
from cms.demo.stage import Demo
from participation.demo.english.schema import English, EnglishFollowUp, EnglishOutcome
from participation.demo.schema import Example

Pairs = Iterator[tuple[str, str]]

_BLOCK = re.compile(r"<(p|h3|li)>(?:<i>)?(.*?)(?:</i>)?</\1>")  # marks around a whole block are no part of its text
OWN_FIELDS = (
    "slug",
    "title",
    "question",
    "introduction",
    "open_to_influence",
    "fixed_conditions",
    "easy_read",
    "feedback_form",
    "contact_name",
)


def dialogue_words(demo: Demo, swedish: Example, english: English) -> dict[str, str]:
    """The words of the dialogue's page."""
    return _written(demo, _dialogue(swedish, english))


def outcome_words(demo: Demo, swedish: Example, english: EnglishOutcome, page_title: str, page_slug: str) -> dict[str, str]:
    """The words of its outcome."""
    return _written(demo, _outcome(swedish, english)) | {page_title: english.title, page_slug: english.slug}


def follow_up_words(demo: Demo, swedish: Example, english: EnglishFollowUp, page_title: str, page_slug: str) -> dict[str, str]:
    """The words of its follow-up."""
    return _written(demo, _follow_up(swedish, english)) | {page_title: english.title, page_slug: english.slug}


def blocks(html: str) -> list[str]:
    """The texts of rich text, block by block."""
    return [match[1] for match in _BLOCK.findall(html)]


def _written(demo: Demo, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {demo.words(swedish): demo.words(english, "en") for swedish, english in pairs if swedish}


def _dialogue(swedish: Example, english: English) -> Pairs:
    yield from ((getattr(swedish, name), getattr(english, name)) for name in OWN_FIELDS)
    yield from _rich(EXAMPLE_NOTICE + swedish.background, EXAMPLE_NOTICE_EN + english.background)
    yield from zip((span.name for span in swedish.phases), english.phases, strict=True)
    for way, other in zip(swedish.other_ways, english.other_ways, strict=True):
        yield from ((way.name, other.name), (way.address, other.address), (way.hours, other.hours))
    yield from zip((paper.title for paper in swedish.papers), english.papers, strict=True)
    yield from zip((news.text for news in swedish.news), english.news, strict=True)


def _outcome(swedish: Example, english: EnglishOutcome) -> Pairs:
    if swedish.outcome is None:
        return
    yield swedish.outcome.in_one_sentence, english.in_one_sentence
    yield swedish.outcome.introduction, english.introduction
    yield from _rich(swedish.outcome.closing + EXAMPLE_NOTICE, english.closing + EXAMPLE_NOTICE_EN)
    for theme, (title, summary) in zip(swedish.themes, english.themes, strict=True):
        yield from ((theme.title, title), (theme.summary, summary))
    yield from zip((reply.reason for reply in swedish.outcome.answers), english.reasons, strict=True)


def _follow_up(swedish: Example, english: EnglishFollowUp) -> Pairs:
    if swedish.follow_up is None:
        return
    yield swedish.follow_up.introduction, english.introduction
    for commitment, (what, who, note) in zip(swedish.follow_up.commitments, english.commitments, strict=True):
        yield from ((commitment.what, what), (commitment.who, who))
        if commitment.turns:
            yield commitment.turns[-1].note, note
    shots = (shot.description for commitment in swedish.follow_up.commitments for shot in commitment.shots)
    yield from zip(shots, english.shots, strict=True)


def _rich(swedish: str, english: str) -> Pairs:
    yield from zip(blocks(swedish), blocks(english), strict=True)
