"""In each state a dialogue's page says the day that counts, the verb of what may be done now, and everything in the tense of the state."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from django.utils.html import escape

from cms import clock
from cms.templatetags.dates import short
from participation.choices import State
from participation.dialogues.queries import rows_for
from participation.dialogues.state_words import WORDS, answer_words, chip_words, words_of
from participation.models import OutcomePage
from tests.factories import DialogueFactory, translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

COMMENT, SUPPORT, VOTE = ["comments.comment"], ["comments.support"], ["poll.vote"]
STATES: dict[str, dict[str, Any]] = {
    "upcoming": {"upcoming": True},
    "open": {"phases": [("Tyck till", -7, 9, COMMENT), ("Håll med", 10, 16, SUPPORT)]},
    "vote": {"phases": [("Rösta", -7, 9, VOTE)]},
    "pause": {"phases": [("Tyck till", -20, -3, COMMENT), ("Rösta", 5, 16, VOTE)]},
    "closed": {"closed": True},
    "overdue": {"overdue": True},
    "answered": {"answered": True, "due": -1},
    "in_follow_up": {"in_follow_up": True, "due": 0},
    "concluded": {"concluded": True},
    "cancelled": {"cancelled": True},
}
CAN = ["Det här kan du påverka", "Det här ligger fast"]
COULD = ["Det här kunde du påverka", "Det här låg fast"]
# By state: what its page says, of days counted from today; what it does not say
SWEDISH: dict[str, tuple[list[str], list[str]]] = {
    "upcoming": (["Öppnar {7}", "När du kan delta", "Svaret kommer senast {60}", *CAN], [*COULD, "Skriv till"]),
    "open": (["Skriv till och med {9}", "Sedan: håll med till", "Så påverkar du nu", "Svaret kommer senast {60}", *CAN], COULD),
    "vote": (["Rösta till och med {9}", "Så påverkar du nu", *CAN], [*COULD, "Skriv till"]),
    "pause": (["Öppnar igen {5}", "När du kan delta", *CAN], [*COULD, "Skriv till", "Rösta till"]),
    "closed": (["Stängde", "När du kunde delta", "Svaret kommer senast {60}", *COULD], [*CAN, "Skriv till"]),
    "overdue": (["Stängde", "Svaret skulle ha kommit senast {-20}", "Svaret är 20 dagar försenat", *COULD], [*CAN, "Svaret kommer"]),
    "answered": (["Besvarad {0}", "Svaret kom {0}, 1 dag för sent", *COULD], [*CAN, "Svaret kommer"]),
    "in_follow_up": (["Svaret kom {0}", "Görs nu", *COULD], [*CAN, "Svaret kommer", "för sent"]),
    "concluded": (["Svaret kom {0}", "Gjort", *COULD], [*CAN, "Svaret kommer", "Görs nu", "Ska göras"]),
    "cancelled": (["Inställd", *COULD], [*CAN, "Svaret kommer", "Skriv till"]),
}  # fmt: skip
ENGLISH: dict[str, list[str]] = {
    "upcoming": ["Opens {7}", "When you can take part", "What you can influence", "The answer comes by {60} at the latest"],
    "open": ["Write until {9}", "Then: support until", "How you take part now", "What you can influence"],
    "vote": ["Vote until {9}", "What is fixed"],
    "pause": ["Opens again {5}", "When you can take part"],
    "closed": ["Closed", "When you could take part", "What you could influence", "What was fixed"],
    "overdue": ["The answer was promised by {-20}", "The answer is 20 days late"],
    "answered": ["Answered {0}", "The answer came {0}, 1 day late"],
    "in_follow_up": ["The answer came {0}", "Being done"],
    "concluded": ["The answer came {0}", "Done", "What you could influence"],
    "cancelled": ["Cancelled", "What you could influence"],
}


def with_days(words: str) -> str:
    """Words with their days, counted from today, written out as a page writes them."""
    head, brace, rest = words.partition("{")
    if not brace:
        return escape(words)
    offset, _brace, tail = rest.partition("}")
    return escape(head + short(clock.today() + timedelta(days=int(offset))) + tail)


@pytest.mark.parametrize("state", STATES)
def test_each_state_says_its_day_its_verb_and_its_tense(state: str) -> None:
    shown = Client().get(DialogueFactory(**STATES[state]).url).content.decode()
    said, unsaid = SWEDISH[state]
    assert [words for words in said if with_days(words) not in shown] == []
    assert [words for words in unsaid if with_days(words) in shown] == []


@pytest.mark.parametrize("state", STATES)
def test_each_state_says_it_in_english_too(state: str) -> None:
    page = translated(
        DialogueFactory(**STATES[state]), title="Ways to school", open_to_influence="The crossings.", fixed_conditions="The money."
    )
    shown = Client().get(page.url).content.decode()
    with translation.override("en"):
        assert [words for words in ENGLISH[state] if with_days(words) not in shown] == []


def row(**traits: Any) -> Any:
    return rows_for([DialogueFactory(**traits)], clock.now())[0]


def test_every_state_has_its_words() -> None:
    assert set(WORDS) == set(State)
    for words in WORDS.values():
        assert all(str(heading) for heading in vars(words).values())


def test_between_two_phases_nobody_takes_part_now() -> None:
    assert words_of(row(**STATES["pause"])) == WORDS[State.UPCOMING]
    assert words_of(row(**STATES["open"])) == WORDS[State.OPEN]


def test_an_answer_that_came_in_time_or_was_never_promised_is_told_without_more() -> None:
    in_time = row(answered=True)
    assert answer_words(in_time) == f"Svaret kom {short(clock.today())}"
    assert answer_words(row(open=True, feedback_due_on=None)) == "Svaret"
    OutcomePage.objects.update(answered_on=None, first_published_at=None)
    assert chip_words(row(concluded=True)) == ""
