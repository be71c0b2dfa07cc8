"""Everybody who asked is told, at every turn: what the texts promise against what is sent, and to whom."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import polib
import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.utils.translation import gettext, override

from cms import clock
from cms.following.models import Follower
from participation.choices import AnswerKind, CommitmentStatus, NoAnswerReason, OutcomeStep, ReasonKind
from participation.events import names
from participation.feedback.actions import merge_themes
from participation.models import ContributionContact, DialoguePage, FollowUpPage, NoAnswerNeeded, OutcomePage
from participation.promises.actions import say_nothing_new
from tests.architecture.test_arrows import ROOT
from tests.factories import (
    ContributionFactory,
    DialogueFactory,
    FollowUpFactory,
    OutcomeFactory,
    ParticipantFactory,
    ThemeFactory,
    UserFactory,
)
from tests.outbox_tools import work_off
from tests.participation.news.conftest import heading_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

ASTRID, BY_ADDRESS, FOLLOWER = "astrid@example.org", "adress@example.org", "foljare@example.org"
EVERYBODY = [BY_ADDRESS, ASTRID, FOLLOWER]
NOBODY = ["obekraftad@example.org", "dold@example.org", "tillbaka@example.org", "nej@example.org"]
CATALOGUE = ROOT / "participation/locale/sv/LC_MESSAGES/django.po"


def left(dialogue: Any, address: str, language: str = "sv", *, confirmed: bool = True, **facts: Any) -> Any:
    """What somebody wrote without an account, with an address."""
    given = ContributionFactory(dialogue=dialogue, **facts)
    at = clock.now() if confirmed else None
    follower, _new = Follower.objects.get_or_create(
        address=address, defaults={"created_at": clock.now(), "confirmed_at": at, "language": language}
    )
    ContributionContact.objects.create(contribution=given, follower=follower, left_at=clock.now(), confirmed_at=at)
    return given


@pytest.fixture
def dialogue(astrid: Any, follows: Any) -> Any:
    """Astrid wrote with her account and follows too, somebody left an address, somebody follows only, and four want or get nothing."""
    page = DialogueFactory(closed=True, title="Säker väg")
    hers = ContributionFactory(dialogue=page, participant=ParticipantFactory(user=astrid), text="Sänk farten.")
    theirs = left(page, BY_ADDRESS, "en", text="Fler lampor.")
    ThemeFactory(dialogue=page, title="Lägre fart", contributions=[hers, theirs])
    EmailAddress.objects.get_or_create(user=astrid, email=ASTRID, defaults={"verified": True, "primary": True})
    unconfirmed, hidden, withdrawn, declined = NOBODY
    left(page, unconfirmed, confirmed=False)
    left(page, hidden, hidden=True)
    left(page, withdrawn, withdrawn=True)
    silent = left(page, declined)
    ContributionContact.objects.filter(contribution=silent).update(declined_at=clock.now())
    ContributionFactory(dialogue=page)
    for row in page.contributions.needing_answer():
        NoAnswerNeeded.objects.create(contribution=row, reason=NoAnswerReason.CONVERSATION, decided_at=clock.now())
    follows(names.DIALOGUE, page.pk)
    follows(names.DIALOGUE, page.pk, address=ASTRID)
    drain()
    return page


def drain() -> None:
    """Send what is due, and forget it."""
    work_off()
    mail.outbox.clear()


def live(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def publish(page: Any, **facts: Any) -> None:
    page = live(page)
    for name, value in facts.items():
        setattr(page, name, value)
    page.save_revision().publish()


# Turns: each a thing that happens to the dialogue


def cancelled(dialogue: Any) -> None:
    publish(dialogue, cancelled_on=clock.today(), cancelled_reason="Pengarna är slut.")


def resumed(dialogue: Any) -> None:
    cancelled(dialogue)
    drain()
    publish(dialogue, cancelled_on=None, cancelled_reason="")


def extended(dialogue: Any) -> None:
    dialogue.phases.update(closes_at=clock.now() + timedelta(days=20))
    DialoguePage.objects.filter(pk=dialogue.pk).update(announced_closes_at=clock.now() - timedelta(days=9))
    publish(dialogue)
    mail.outbox[:] = [letter for letter in work_off() if "delta" not in heading_of(letter) and "take part" not in heading_of(letter)]


def moved(dialogue: Any) -> None:
    publish(dialogue, feedback_due_on=dialogue.feedback_due_on + timedelta(days=30), due_change_reason="En räkning till.")


def nothing_new(dialogue: Any) -> None:
    say_nothing_new(dialogue, UserFactory(is_superuser=True, is_staff=True), "Nämnden möts", clock.today() + timedelta(days=9))


def outcome(dialogue: Any) -> None:
    OutcomeFactory(dialogue=dialogue, decision_needed=False)


def outcome_corrected(dialogue: Any) -> None:
    outcome(dialogue)
    drain()
    page = OutcomePage.objects.child_of(dialogue).get()
    item = page.items.get()
    item.answer, item.reason_kind, item.reason = AnswerKind.PARTLY, ReasonKind.COST, "Bara på en av gatorna."
    page.items.add(item)
    page.save_revision().publish()


def outcome_taken_back(dialogue: Any) -> None:
    outcome(dialogue)
    drain()
    OutcomePage.objects.child_of(dialogue).get().unpublish()


def promised(dialogue: Any) -> None:
    outcome(dialogue)
    drain()
    FollowUpFactory(dialogue=live(dialogue), statuses=["not_begun"]).save_revision().publish()


def commitment(**facts: Any) -> Callable[[Any], None]:
    def turn(dialogue: Any) -> None:
        promised(dialogue)
        drain()
        page = FollowUpPage.objects.child_of(dialogue).get()
        row = page.commitments.get()
        for name, value in facts.items():
            setattr(row, name, value)
        page.commitments.add(row)
        page.save_revision().publish()

    return turn


def promise_withdrawn(dialogue: Any) -> None:
    promised(dialogue)
    drain()
    FollowUpPage.objects.child_of(dialogue).get().unpublish()


def day_of(days: int) -> Any:
    return clock.today() + timedelta(days=days)


TURNS: dict[str, tuple[Callable[[Any], None], str]] = {
    "cancelled": (cancelled, "Dialogen är inställd"),
    "resumed": (resumed, "Dialogen återupptas"),
    "extended": (extended, "Dialogen är öppen längre"),
    "day moved": (moved, "Dagen för svaret har flyttats"),
    "nothing new": (nothing_new, "Inget nytt än"),
    "outcome": (outcome, "Det finns ett svar"),
    "outcome corrected": (outcome_corrected, "Ett svar har rättats"),
    "outcome taken back": (outcome_taken_back, "Svaret har tagits tillbaka"),
    "promised": (promised, "Det här är utlovat nu"),
    "commitment moved": (commitment(due_on=date(2033, 5, 1)), "Nytt om det som utlovats"),
    "commitment done": (commitment(status=CommitmentStatus.DONE), "Nytt om det som utlovats"),
    "commitment dropped": (commitment(status=CommitmentStatus.DROPPED, note="För dyrt."), "Nytt om det som utlovats"),
    "promise withdrawn": (promise_withdrawn, "Det som utlovades har tagits tillbaka"),
}
LATE = "late"

# What is promised on screen, in mails and on receipts: the text, and the turns of which it speaks
ALL = (*TURNS, LATE)
PROMISES: dict[str, tuple[str, ...]] = {
    "Tell me by e-mail what becomes of it": ALL,
    "At your account's address: when somebody answers, and at every turn until it is known what it led to and what was done.": ALL,
    "We write to this address when somebody answers what you wrote, and at every turn until you can read what it led to and what was done. "
    "Every e-mail has a link that ends it.": ALL,
    "We write to you when somebody answers, and at every turn until you can read what it led to and what was done: also if the day of the "
    "answer is moved, or the dialogue is cancelled.": ALL,
    "Your address was left with what has the code %(code)s. Shall we write to you when somebody answers it, and at every turn until it is "
    "known what it led to and what was done?": ALL,
    "We write when something happens, when there is an answer, and if its day is moved. No account is needed.": ALL,
    "By this day people can read what became of it. All who follow the dialogue or asked to be told hear of it then, and when the day passes "
    "or is moved.": ("outcome", "day moved", LATE),
    "It is written on the dialogue's page, and told to everybody who follows it, or wrote in it and asked to be told.": ("nothing new",),
    "Those who wait are told.": ("nothing new",),
    "What the municipality answered is not published any more. You are told when there is a new answer.": ("outcome taken back", "outcome"),
    "The page that says what will be done is not published any more. You are told when it is published again.": (
        "promise withdrawn",
        "promised",
    ),
}


def told(turn: str, dialogue: Any) -> list[Any]:
    """The mails of a turn."""
    if turn == LATE:
        due = datetime.combine(dialogue.feedback_due_on, datetime.min.time(), clock.now().tzinfo)
        with clock.at(due + timedelta(days=9)):
            return list(work_off())
    TURNS[turn][0](dialogue)
    return list(work_off())


@pytest.mark.parametrize("turn", ALL)
def test_each_turn_is_told_once_to_all_who_asked_and_to_nobody_else(turn: str, dialogue: Any) -> None:
    mails = told(turn, dialogue)
    to_people = [letter for letter in mails if "List-Unsubscribe" in letter.extra_headers]
    assert sorted(letter.to[0] for letter in to_people) == EVERYBODY
    swedish = {heading_of(letter) for letter in to_people if letter.to != [BY_ADDRESS]}
    assert swedish == {TURNS[turn][1] if turn in TURNS else "Svaret är försenat"}
    [english] = [letter for letter in to_people if letter.to == [BY_ADDRESS]]
    assert "You are getting this e-mail because you asked to be told" in english.body
    assert not {letter.to[0] for letter in mails if letter not in to_people} & {*EVERYBODY, *NOBODY}, "each with a link that ends it"
    mail.outbox.clear()
    assert [letter for letter in work_off() if "List-Unsubscribe" in letter.extra_headers] == [], "once"


@pytest.mark.parametrize("text", PROMISES)
def test_what_is_promised_stands_on_a_screen_or_in_a_mail_and_its_turns_are_told(text: str) -> None:
    known = {entry.msgid for entry in polib.pofile(str(CATALOGUE)) if not entry.obsolete}
    assert text in known
    assert set(PROMISES[text]) <= set(ALL)


def test_the_english_of_a_turn_is_english(dialogue: Any) -> None:
    [english] = [letter for letter in told("cancelled", dialogue) if letter.to == [BY_ADDRESS]]
    with override("en"):
        assert gettext("The dialogue has been cancelled") in english.subject
    assert "/en/" in english.extra_headers["List-Unsubscribe"]


def test_who_declines_hears_of_no_further_turn(dialogue: Any, client: Any) -> None:
    [english] = [letter for letter in told("day moved", dialogue) if letter.to == [BY_ADDRESS]]
    url = english.extra_headers["List-Unsubscribe"].strip("<>").partition("testserver")[2]
    assert client.post(url).status_code == 200
    mail.outbox.clear()
    assert BY_ADDRESS not in {letter.to[0] for letter in told("cancelled", dialogue)}


def test_who_may_not_see_the_dialogue_any_more_is_told_nothing(dialogue: Any) -> None:
    moved(dialogue)
    live(dialogue).view_restrictions.create(restriction_type="groups")
    assert [letter for letter in work_off() if letter.to[0] in EVERYBODY] == []


def test_an_erased_address_gets_no_mail(dialogue: Any) -> None:
    moved(dialogue)
    Follower.objects.filter(address=BY_ADDRESS).delete()
    assert BY_ADDRESS not in {letter.to[0] for letter in work_off()}


def test_a_day_that_is_moved_twice_tells_the_day_that_holds(dialogue: Any) -> None:
    moved(dialogue)
    publish(dialogue, feedback_due_on=day_of(300), due_change_reason="Två räkningar till.")
    [letter] = [letter for letter in work_off() if letter.to == [FOLLOWER]]
    assert "Två räkningar till." in letter.body


def test_a_dialogue_that_is_cancelled_again_is_told_again(dialogue: Any) -> None:
    resumed(dialogue)
    drain()
    assert {heading_of(letter) for letter in told("cancelled", dialogue) if letter.to == [FOLLOWER]} == {"Dialogen är inställd"}


def test_an_answer_that_comes_back_is_told_again(dialogue: Any) -> None:
    outcome_taken_back(dialogue)
    drain()
    OutcomePage.objects.child_of(dialogue).get().save_revision().publish()
    assert [heading_of(letter) for letter in work_off() if letter.to == [FOLLOWER]] == ["Det finns ett svar"]


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_what_was_promised_is_told_anew_when_it_comes_back(dialogue: Any, end: str) -> None:
    promised(dialogue)
    drain()
    getattr(FollowUpPage.objects.child_of(dialogue).get(), end)()
    assert [heading_of(letter) for letter in work_off() if letter.to == [FOLLOWER]] == [TURNS["promise withdrawn"][1]]
    mail.outbox.clear()
    page = FollowUpPage.objects.child_of(dialogue).first() or FollowUpFactory(dialogue=live(dialogue))
    page.save_revision().publish()
    [letter] = [letter for letter in work_off() if letter.to == [FOLLOWER]]
    assert heading_of(letter) == "Det här är utlovat nu" and "En upphöjd övergång" in letter.body


def test_a_follow_up_that_is_back_before_anybody_was_told_is_no_news(dialogue: Any) -> None:
    promised(dialogue)
    drain()
    page = FollowUpPage.objects.child_of(dialogue).get()
    page.unpublish()
    live(page).save_revision().publish()
    assert [letter for letter in work_off() if letter.to[0] in EVERYBODY] == []


def test_a_step_back_to_what_was_said_takes_the_answer_back(dialogue: Any) -> None:
    outcome(dialogue)
    drain()
    publish(OutcomePage.objects.child_of(dialogue).get(), step=OutcomeStep.SAID)
    assert "Svaret har tagits tillbaka" in [heading_of(letter) for letter in work_off() if letter.to == [FOLLOWER]]


def test_a_mended_comma_is_no_correction(dialogue: Any) -> None:
    outcome(dialogue)
    drain()
    page = OutcomePage.objects.child_of(dialogue).get()
    item = page.items.get()
    item.reason = f"{item.reason.upper()} !"
    page.items.add(item)
    page.save_revision().publish()
    assert [letter for letter in work_off() if letter.to[0] in EVERYBODY] == []


def test_a_commitment_reaches_those_whose_theme_it_comes_from(dialogue: Any) -> None:
    lamps = left(dialogue, "lampa@example.org", text="Lampor.")
    ThemeFactory(dialogue=dialogue, title="Lampor", contributions=[lamps])
    mails = told("commitment done", dialogue)
    assert "lampa@example.org" not in {letter.to[0] for letter in mails}
    assert {letter.to[0] for letter in mails} >= set(EVERYBODY)


def test_a_moved_commitment_says_from_which_day(dialogue: Any) -> None:
    [letter] = [letter for letter in told("commitment moved", dialogue) if letter.to == [FOLLOWER]]
    assert "Tidigare utlovades det till" in letter.body


def test_a_merged_theme_is_told_to_those_whose_words_moved(dialogue: Any, cecilia: Any) -> None:
    lamps = left(dialogue, "lampa@example.org", text="Lampor.")
    source = ThemeFactory(dialogue=dialogue, title="Lampor", contributions=[lamps])
    drain()
    merge_themes(source, dialogue.themes.get(title="Lägre fart"), UserFactory(is_superuser=True, is_staff=True))
    [letter] = work_off()
    assert letter.to == ["lampa@example.org"] and "Lägre fart" in letter.subject


def test_whoever_follows_a_conversation_hears_that_its_dialogue_is_cancelled(dialogue: Any, follows: Any) -> None:
    root = dialogue.contributions.published().first()
    follows(names.THREAD, root.pk, address="samtal@example.org")
    assert "samtal@example.org" in {letter.to[0] for letter in told("cancelled", dialogue)}
