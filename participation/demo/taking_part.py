"""Let the people of an example speak, support, report and withdraw, each at a time of their own."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from cms import clock
from cms.accounts.models import Participant, User
from cms.demo.stage import Demo
from participation.contributions.actions import give_support, post_contribution, report_contribution, withdraw_contribution
from participation.contributions.rules import can_moderate
from participation.demo.schema import Example, Voice
from participation.models import Contribution, DialoguePage
from participation.moderation.actions.hiding import hide_contribution, publish_contribution
from participation.moderation.actions.second_looks import ask_for_second_look
from participation.moderation.supervision import note_supervision
from participation.registry import get_method

METHOD = "comments"
SUPPORTERS = 48
REPLY_AFTER = timedelta(hours=7)
REVIEW_AFTER = timedelta(hours=3)


@dataclass
class Conversation:
    """A dialogue while people speak in it: from its opening until it closes, or until now."""

    demo: Demo
    page: DialoguePage
    example: Example
    opens: datetime
    ends: datetime
    said: dict[int, Contribution] = field(default_factory=dict)
    """What each voice became, by the voice's identity."""

    def moment(self, share: float) -> datetime:
        return self.opens + (self.ends - self.opens) * share

    def latest(self, at: datetime) -> datetime:
        return min(at, self.ends)


def let_people_speak(demo: Demo, page: DialoguePage, example: Example) -> Conversation:
    """Everything that an example's voices say and do; returns what became of each. Without the method, they are silent."""
    phase = page.phases.first()
    end = min(phase.closes_at, clock.now()) - timedelta(minutes=10)
    if example.cancelled is not None:
        end = min(end, demo.moment(example.cancelled, 8))
    conversation = Conversation(demo, page, example, phase.opens_at + timedelta(hours=8), end)
    if get_method(METHOD) is None:
        return conversation
    for place, voice in enumerate(example.voices):
        _let_speak(conversation, voice, conversation.moment((place + 0.4) / len(example.voices)), None)
    _let_support(conversation, list(_all(example.voices)))
    with clock.at(conversation.ends):
        note_supervision(_moderator(conversation), conversation.said.values())
    return conversation


def _let_speak(conversation: Conversation, voice: Voice, at: datetime, answered: Contribution | None) -> None:
    at = conversation.latest(at)
    with clock.at(at):
        given = post_contribution(
            dialogue=conversation.page,
            method=METHOD,
            verb="comment",
            text=voice.text,
            author_name=voice.author,
            participant=_author(conversation, voice),
            language=voice.language,
            reply_to=answered,
            person=conversation.demo.accounts[voice.official] if voice.official else None,
        )
    conversation.said[id(voice)] = given
    _let_review(conversation, voice, given, at)
    for place, reply in enumerate(voice.replies):
        _let_speak(conversation, reply, at + REPLY_AFTER * (place + 1), given)
    _let_happen(conversation, voice, given, conversation.latest(at + REVIEW_AFTER))


def _let_review(conversation: Conversation, voice: Voice, given: Contribution, at: datetime) -> None:
    """Where review comes before publication, the editor publishes what does not wait."""
    if conversation.example.publishing == "before" and not voice.pending and not voice.official:
        with clock.at(conversation.latest(at + REVIEW_AFTER)):
            publish_contribution(given, by=conversation.demo.accounts[conversation.example.editor])


def _let_happen(conversation: Conversation, voice: Voice, given: Contribution, at: datetime) -> None:
    with clock.at(at):
        if voice.hidden:
            hide_contribution(given, _moderator(conversation), voice.hidden, voice.note)
        if voice.proposed:
            hide_contribution(given, conversation.demo.accounts[conversation.example.editor], voice.proposed)
        if voice.withdrawn:
            withdraw_contribution(given, given.participant)
        if voice.reported:
            report_contribution(given, _browser("someone who reports"), voice.reported, voice.report_details)
    if voice.asks_again:
        with clock.at(conversation.latest(at + REVIEW_AFTER)):
            ask_for_second_look(given, given.participant, voice.asks_again)


def _moderator(conversation: Conversation) -> User:
    """Somebody without a stake in the dialogue: the moderator of its administration, or the coordinator."""
    moderator = conversation.demo.accounts["moderator"]
    return moderator if can_moderate(moderator, conversation.page) else conversation.demo.accounts["samordnare"]


def _let_support(conversation: Conversation, voices: Sequence[Voice]) -> None:
    """Supporters are a fixed crowd; each voice gets as many of them as it says, starting at its own place in the crowd."""
    crowd = [_browser(f"supporter {number}") for number in range(SUPPORTERS)]
    for place, voice in enumerate(voices):
        given = conversation.said[id(voice)]
        start = (place * 7) % SUPPORTERS
        with clock.at(conversation.latest(given.received_at + timedelta(hours=20))):
            for supporter in islice(crowd[start:] + crowd[:start], voice.supports):
                give_support(given, supporter)


def _all(voices: Sequence[Voice]) -> Iterator[Voice]:
    for voice in voices:
        yield voice
        yield from _all(voice.replies)


def _author(conversation: Conversation, voice: Voice) -> Participant:
    """The participant behind a voice: an account's, or that of one browser per name and dialogue."""
    key = voice.by or voice.official
    if key:
        return Participant.objects.get_or_create(user=conversation.demo.accounts[key], defaults={"created_at": clock.now()})[0]
    return _browser(f"{conversation.example.slug} {voice.author}")


def _browser(name: str) -> Participant:
    digest = hashlib.sha256(f"gensvar demo: {name}".encode()).hexdigest()
    return Participant.objects.get_or_create(browser_digest=digest, defaults={"created_at": clock.now()})[0]
