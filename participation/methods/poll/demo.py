"""Examples of polls for the demonstration: one that people vote in, with an English page, and one with a result."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from wagtail.models import Page, Revision

from cms import clock
from cms.accounts.models import Participant, User
from cms.demo.stage import Demo
from cms.demo.translating import translate
from participation.api import DialoguePage, phases_of
from participation.methods.poll.actions import vote
from participation.methods.poll.models import PollOption, PollPage


@dataclass(frozen=True)
class Example:
    """A poll: its dialogue and editor, the day of its publication, its words, its options with how many vote for each; its English."""

    of: str
    editor: str
    published: int
    title: str
    slug: str
    question: str
    introduction: str
    options: Mapping[str, int]
    english: Mapping[str, str] = field(default_factory=dict)


EXAMPLES = (
    Example(
        of="trygga-skolvagar",
        editor="teknik",
        published=-20,
        title="Vad ska vi bygga först?",
        slug="vad-bygger-vi-forst",
        question="Vad ska vi bygga först på skolvägarna?",
        introduction=(
            "Pengarna räcker till ungefär sex platser nästa år. Nämnden läser resultatet tillsammans med det ni skriver, "
            "och svarar på den här dialogens sida."
        ),
        options={
            "Upphöjda övergångsställen": 31,
            "Belysning på mörka gångvägar": 22,
            "Avsmalningar som sänker farten": 18,
            "Platser där barn släpps av en bit från skolan": 9,
        },
        english={
            "Vad ska vi bygga först?": "What shall we build first?",
            "vad-bygger-vi-forst": "what-shall-we-build-first",
            "Vad ska vi bygga först på skolvägarna?": "What shall we build first on the ways to school?",
            "Pengarna räcker till ungefär sex platser nästa år. Nämnden läser resultatet tillsammans med det ni skriver, "
            "och svarar på den här dialogens sida.": (
                "There is money for about six places next year. The committee reads the result together with what you write, "
                "and answers on the page of this dialogue."
            ),
            "Upphöjda övergångsställen": "Raised crossings",
            "Belysning på mörka gångvägar": "Lights on dark footpaths",
            "Avsmalningar som sänker farten": "Narrower roads that slow the traffic down",
            "Platser där barn släpps av en bit från skolan": "Places to drop children off, a short walk from school",
        },
    ),
    Example(
        of="stigar-langs-kusten",
        editor="samhallsbyggnad",
        published=-64,
        title="Vad behöver stigen mest?",
        slug="vad-behover-stigen-mest",
        question="Vad behöver stigen mest?",
        introduction="Allt går inte att göra samma år. Resultatet följer med när nämnden tar ställning.",
        options={
            "Spänger över dikena": 19,
            "En grind öster om Skateholm": 8,
            "Hårt underlag på en sträcka": 26,
            "Bänkar att vila på": 11,
        },
    ),
)


def load(demo: Demo) -> None:
    """The example polls, with people's votes in them."""
    for example in EXAMPLES:
        dialogue: Any = DialoguePage.objects.filter(slug=example.of, locale__language_code="sv").first()
        if dialogue is not None:
            _live_through(demo, example, dialogue)


def _live_through(demo: Demo, example: Example, dialogue: Any) -> None:
    editor = demo.accounts[example.editor]
    poll = _build(example, dialogue, editor)
    published = demo.moment(example.published, 9)
    _publish(poll, editor, published)
    _let_vote(example, poll, published)
    demo.urls.append((poll.get_url() or "/", poll.title))
    if example.english:
        translate(poll, example.english, editor)


def _build(example: Example, dialogue: Any, editor: User) -> PollPage:
    """A draft below the dialogue, tied to its first phase that people can vote in."""
    poll = PollPage(
        title=example.title,
        slug=example.slug,
        question=example.question,
        introduction=example.introduction,
        locale=dialogue.locale,
        owner=editor,
        live=False,
    )
    for order, words in enumerate(example.options):
        poll.options.add(PollOption(text=words, sort_order=order, locale=dialogue.locale))
    poll.phase_key = phases_of(poll, dialogue)[0].translation_key
    Page.objects.get(pk=dialogue.pk).add_child(instance=poll)
    return poll


def _publish(poll: PollPage, editor: User, at: datetime) -> None:
    with clock.at(at):
        revision = poll.save_revision(user=editor, clean=False)
        revision.publish(user=editor)
    poll.refresh_from_db()
    Page.objects.filter(pk=poll.pk).update(first_published_at=at, last_published_at=at, latest_revision_created_at=at)
    Revision.objects.filter(pk=revision.pk).update(created_at=at)


def _let_vote(example: Example, poll: PollPage, published: datetime) -> None:
    """People vote evenly from the poll's publication until it closes, or until now."""
    keys = {option.text: option.translation_key for option in poll.options.all()}
    [phase] = phases_of(poll, poll.dialogue)
    end = min(phase.closes_at, clock.now()) - timedelta(minutes=10)
    choices = [words for words, number in example.options.items() for _n in range(number)]
    begin = max(phase.opens_at, published).astimezone(UTC)  # local time would move by an hour on the way
    for place, words in enumerate(choices):
        with clock.at(begin + (end - begin) * ((place + 1) / len(choices))):
            vote(poll, _browser(f"{example.slug} {place}"), keys[words])


def _browser(name: str) -> Participant:
    digest = hashlib.sha256(f"gensvar demo: {name}".encode()).hexdigest()
    return Participant.objects.get_or_create(browser_digest=digest, defaults={"created_at": clock.now()})[0]
