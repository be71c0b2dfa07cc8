"""A dialogue's page once there is an answer: the answer first, the question folded."""

import re
from typing import Any

import pytest

from participation.choices import AnswerKind, CommitmentStatus, OutcomeStep, ReasonKind
from participation.models import DialoguePage, OutcomeItem
from tests.factories import ContributionFactory, DecisionFactory, DialogueFactory, FollowUpFactory, OutcomeFactory, ThemeFactory, translated
from tests.participation.dialogues.dialogue_pages import page, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def dialogue(site_tree: Any) -> DialoguePage:
    return DialogueFactory(closed=True, question="Var kör bilarna för fort?", title="Lägre fart")


def answered(dialogue: DialoguePage, **fields: Any) -> DialoguePage:
    OutcomeFactory(dialogue=DialoguePage.objects.get(pk=dialogue.pk), **fields)
    return DialoguePage.objects.get(pk=dialogue.pk)


def panel(html: str) -> str:
    """The first screen."""
    answer = re.search(r'<section class="outcome-panel".*?</section>', html, re.S)
    return answer[0] if answer else ""


@pytest.mark.parametrize("state", ["upcoming", "open", "closed", "cancelled", "record"])
def test_without_an_answer_there_is_no_such_screen(site_tree: Any, state: str) -> None:
    html = page(DialogueFactory(**{state: True}))
    assert not panel(html)
    assert "<h1>Hur kan barnen ta sig säkert till skolan?</h1>" in html


def test_what_was_only_gathered_is_no_answer(dialogue: Any) -> None:
    assert not panel(page(answered(dialogue, step=OutcomeStep.SAID)))


@pytest.mark.parametrize("state", ["answered", "in_follow_up", "concluded"])
def test_the_answer_stands_first_and_the_question_is_folded(site_tree: Any, state: str) -> None:
    html = page(DialogueFactory(**{state: True}, title="Lägre fart"))
    assert "<h1>Lägre fart</h1>" in html
    first = html.index('<section class="outcome-panel"')
    folded = html.index('id="question"')
    assert first < folded < html.index("Hur kan barnen ta sig säkert till skolan?", folded)
    assert '<div class="influence">' in html[folded:]


def test_it_sums_up_cites_and_leads_on(dialogue: Any) -> None:
    for kind in (AnswerKind.CHANGED, AnswerKind.NOT):
        ThemeFactory(dialogue=dialogue, title=f"Tema {kind}")
    decision = DecisionFactory(dialogue=dialogue, paragraph="44", link="https://example.org/p44")
    shown = answered(dialogue)
    OutcomeItem.objects.filter(heading="Tema not").update(answer=AnswerKind.NOT, reason_kind=ReasonKind.COST)
    OutcomeItem.objects.update(decision=decision)
    first = panel(page(shown))
    assert "2 teman: 1 ändrade beslutet" in text_of(first)
    assert "Många ville ha lägre fart." in first
    assert f'<a href="https://example.org/p44">{decision.citation}</a>' in first
    assert re.search(r'href="[^"]+/sa-blev-det/"', first)


def test_commitments_stand_with_their_state(dialogue: Any) -> None:
    shown = answered(dialogue)
    FollowUpFactory(dialogue=shown, statuses=[CommitmentStatus.DONE, CommitmentStatus.NOT_BEGUN])
    first = text_of(panel(page(DialoguePage.objects.get(pk=shown.pk))))
    assert re.search(r"En upphöjd övergång 1 Gjort \d+ \w+", first)
    assert re.search(r"En upphöjd övergång 2 Ska göras senast \d+ \w+", first)


def test_it_quotes_what_most_agreed_with_of_what_was_heard(dialogue: Any) -> None:
    texts = {"Lägre fart": ("Sänk farten.", 9), "Skolskjuts": ("Bussa alla.", 30)}
    for title, (text, supports) in texts.items():
        contribution = ContributionFactory(dialogue=dialogue, text=text, support_count=supports, author_name="Astrid")
        ThemeFactory(dialogue=dialogue, title=title, contributions=[contribution])
    ContributionFactory(dialogue=dialogue, hidden=True, text="Dolt.", support_count=99)
    shown = answered(dialogue)
    OutcomeItem.objects.filter(heading="Skolskjuts").update(answer=AnswerKind.NOT, reason_kind=ReasonKind.COST)
    first = panel(page(shown))
    assert "Sänk farten." in first
    assert "Bussa alla." not in first


def test_a_translation_answers_in_its_words(dialogue: Any) -> None:
    shown = answered(dialogue)
    copy = translated(shown, title="Lower speed")
    outcome = translated(
        shown.get_children().get(slug="sa-blev-det").specific, title="What came of it", in_one_sentence="Many wrote of speed."
    )
    html = page(copy)
    assert "Many wrote of speed." in panel(html)
    assert f'href="{outcome.url}"' in panel(html)


def test_more_themes_take_no_more_queries(dialogue: Any, count_queries: Any) -> None:
    ThemeFactory(dialogue=dialogue, contributions=[ContributionFactory(dialogue=dialogue)])
    shown = answered(dialogue)
    outcome = shown.get_children().get(slug="sa-blev-det").specific
    page(shown)
    few = count_queries(lambda: page(shown))
    for number in range(6):
        theme = ThemeFactory(dialogue=dialogue, title=f"Tema {number}")
        decision = DecisionFactory(dialogue=dialogue, paragraph=str(number + 2))
        OutcomeItem.objects.create(
            page=outcome, theme=theme, heading=theme.title, answer=AnswerKind.CHANGED, decision=decision, locale=outcome.locale
        )
    assert count_queries(lambda: page(shown)) <= few
    assert few <= 28
