"""What became of a dialogue: asked, said, decided, done."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms import clock
from participation.choices import AnswerKind, CommitmentStatus, NoAnswerReason, OutcomeStep, ReasonKind
from participation.feedback.anchors import answer_anchor
from participation.models import Commitment, DialoguePage, NoAnswerNeeded, OutcomeItem, OutcomePage
from tests.factories import (
    ContributionFactory,
    DecisionFactory,
    DialogueFactory,
    FollowUpFactory,
    OutcomeFactory,
    ThemeFactory,
    translated,
)

pytestmark = pytest.mark.django_db


def shown(page: Any) -> str:
    response = Client().get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def answer(html: str, theme: Any) -> str:
    """The answer to one theme."""
    found = re.search(rf'<article class="answer" id="{answer_anchor(theme.pk)}">.*?</article>', html, re.S)
    assert found, theme
    return found[0]


@pytest.fixture
def dialogue(site_tree: Any) -> DialoguePage:
    return DialogueFactory(closed=True, question="Var kör bilarna för fort?", title="Lägre fart")


def outcome_of(dialogue: DialoguePage, **fields: Any) -> OutcomePage:
    return OutcomeFactory(dialogue=DialoguePage.objects.get(pk=dialogue.pk), **fields)


def test_it_says_what_was_asked_and_how_many_answered(dialogue: Any) -> None:
    ContributionFactory.create_batch(3, dialogue=dialogue)
    ContributionFactory(dialogue=dialogue, hidden=True)
    html = shown(translated(outcome_of(dialogue)))
    assert "Var kör bilarna för fort?" in html
    assert "We received 3 contributions." in html
    assert f'href="{dialogue.url}"' in html or "/en/dialoger/" in html
    assert "Många skrev om farten." in html


def test_each_theme_ends_in_one_answer(dialogue: Any) -> None:
    contributions = ContributionFactory.create_batch(5, dialogue=dialogue)
    theme = ThemeFactory(dialogue=dialogue, title="Lägre fart", summary="Många vill ha 30.", contributions=contributions)
    html = answer(shown(translated(outcome_of(dialogue))), theme)
    assert "5 contributions" in html
    for text in ("Lägre fart", "Många vill ha 30.", "Yes: it makes the proposal better", "Det gör vägen säkrare.", str(dialogue.body)):
        assert text in html


def test_a_no_has_its_reason_and_its_kind(dialogue: Any) -> None:
    theme = ThemeFactory(dialogue=dialogue)
    outcome = outcome_of(dialogue)
    OutcomeItem.objects.update(answer=AnswerKind.NOT, reason_kind=ReasonKind.COST, reason="Det kostar för mycket.\n\nVi provar igen.")
    html = answer(shown(translated(outcome)), theme)
    assert html.index("Det kostar för mycket.") < html.index("Vi provar igen.")
    assert "No: it costs too much" in html
    assert "<p>Vi provar igen.</p>" in answer(shown(outcome), theme)


def test_a_few_contributions_are_quoted_where_they_were_said(dialogue: Any) -> None:
    contributions = [ContributionFactory(dialogue=dialogue, support_count=number) for number in range(5)]
    hidden = ContributionFactory(dialogue=dialogue, hidden=True, support_count=99, text="Det dolda.")
    theme = ThemeFactory(dialogue=dialogue, contributions=[*contributions, hidden])
    html = answer(shown(outcome_of(dialogue)), theme)
    assert [contribution.text in html for contribution in contributions] == [False, False, True, True, True]
    assert f'href="{reverse("participation_comments:permalink", args=[contributions[4].pk])}"' in html
    assert "Det dolda." not in html
    assert html.count("<blockquote") == 3


def test_quotes_keep_their_language_and_are_escaped(dialogue: Any) -> None:
    theme = ThemeFactory(dialogue=dialogue, contributions=[ContributionFactory(dialogue=dialogue, text="Slow <b>down</b>", language="en")])
    assert '<blockquote lang="en"' in answer(shown(outcome_of(dialogue)), theme)
    assert "Slow &lt;b&gt;down" in shown(OutcomePage.objects.get())


def test_decisions_are_cited(dialogue: Any) -> None:
    decision = DecisionFactory(dialogue=dialogue, paragraph="44", link="https://example.org/p44", text="Farten sänks.")
    theme = ThemeFactory(dialogue=dialogue)
    outcome = outcome_of(dialogue)
    OutcomeItem.objects.update(decision=decision)
    html = shown(outcome)
    citation = f'<a href="https://example.org/p44">{dialogue.body} {clock.today().isoformat()} § 44</a>'
    assert citation in answer(html, theme)
    assert html.count(citation) == 2, "in the answer, and under what was decided"
    assert "Farten sänks." in html


def test_it_says_when_no_decision_was_needed_or_none_has_come(dialogue: Any) -> None:
    ThemeFactory(dialogue=dialogue)
    outcome = outcome_of(dialogue, step=OutcomeStep.SAID)
    copy = translated(outcome)
    assert "The decision has not been made yet." in shown(copy)
    OutcomePage.objects.update(decision_needed=False)
    assert shown(copy).count("No political decision was needed.") == 2


@pytest.mark.parametrize(("step", "current"), [("said", "What you said"), ("decided", "What was decided"), ("done", "What was done")])
def test_the_step_is_shown(dialogue: Any, step: str, current: str) -> None:
    html = shown(translated(outcome_of(dialogue, step=step)))
    assert re.search(rf'<li aria-current="step"><strong>{current}</strong>', html)
    assert html.count('<span class="muted">(to come)</span>') == {"said": 2, "decided": 1, "done": 0}[step]


@pytest.mark.parametrize(("due", "sentence"), [(5, "and came in time."), (-5, "and came late.")])
def test_it_says_whether_the_promise_was_kept(site_tree: Any, due: int, sentence: str) -> None:
    assert sentence in shown(translated(outcome_of(DialogueFactory(closed=True, due=due))))


def test_commitments_and_what_follows(dialogue: Any) -> None:
    theme = ThemeFactory(dialogue=dialogue)
    outcome = outcome_of(dialogue)
    copy = translated(outcome)
    assert "What will be done is written here" in shown(copy)
    FollowUpFactory(dialogue=DialoguePage.objects.get(pk=dialogue.pk), statuses=[CommitmentStatus.UNDER_WAY])
    commitment = Commitment.objects.get(theme=theme)
    html = shown(copy)
    assert re.search(rf'href="[^"]+/uppfoljning/#commitment-{commitment.pk}"', answer(html, theme))
    assert html.count("En upphöjd övergång 1") >= 2
    Commitment.objects.all().delete()
    OutcomePage.objects.update(nothing_follows=True)
    assert "Nothing more follows from this dialogue." in shown(copy)


def test_contributions_that_needed_no_answer_are_counted_with_their_reason(dialogue: Any) -> None:
    for number in range(3):
        contribution = ContributionFactory(dialogue=dialogue, hidden=not number)
        NoAnswerNeeded.objects.create(contribution=contribution, reason=NoAnswerReason.DUPLICATE, decided_at=clock.now())
    assert "said the same elsewhere in the dialogue. (2 contributions)" in shown(translated(outcome_of(dialogue)))


def test_a_translation_holds_words_and_reads_facts(dialogue: Any) -> None:
    theme = ThemeFactory(dialogue=dialogue, title="Lägre fart", contributions=[ContributionFactory(dialogue=dialogue)])
    ThemeFactory(dialogue=dialogue, title="Skolskjuts", summary="Två saker.\n\nFör alla.")
    outcome = outcome_of(dialogue)
    copy = translated(outcome, title="What became of it")
    item = copy.items.get(heading="Lägre fart")
    item.heading, item.said, item.reason = "Lower speed", "Many want 30.", "It is safer."
    item.answer, item.reason_kind = AnswerKind.NOT, ReasonKind.COST
    item.save()
    html = answer(shown(copy), theme)
    for text in ("Lower speed", "Many want 30.", "It is safer.", "Yes: it makes the proposal better", "1 contribution"):
        assert text in html
    assert "it costs too much" not in html, "the copy of the answer is out of date"
    assert '<p><span lang="sv">Två saker.</span></p>' in shown(copy)
    assert "<h1>What became of it</h1>" in shown(copy)


def test_its_progress_stands_on_top(dialogue: Any) -> None:
    assert re.search(r'progress__station--done">.*progress__station--current" aria-current="step"', shown(outcome_of(dialogue)), re.S)


def test_a_draft_can_be_previewed(dialogue: Any, cecilia: Any, client_of: Any) -> None:
    ThemeFactory(dialogue=dialogue, title="Bara i utkastet")
    outcome = outcome_of(dialogue, draft=True)
    outcome.introduction = "Nya ord."
    outcome.save_revision(user=cecilia)
    response = client_of(cecilia).get(reverse("wagtailadmin_pages:view_draft", args=[outcome.pk]))
    assert response.status_code == 200
    assert "Nya ord." in response.content.decode()
    assert "Bara i utkastet" in response.content.decode()


def test_more_themes_take_no_more_queries(dialogue: Any, count_queries: Any) -> None:
    def fill(number: int) -> None:
        for _number in range(number):
            ThemeFactory(dialogue=dialogue, contributions=ContributionFactory.create_batch(2, dialogue=dialogue))

    fill(1)
    outcome = outcome_of(dialogue)
    FollowUpFactory(dialogue=DialoguePage.objects.get(pk=dialogue.pk))
    shown(outcome)
    few = count_queries(lambda: shown(outcome))
    fill(5)
    for theme in dialogue.themes.all()[1:]:
        decision = DecisionFactory(dialogue=dialogue, date=clock.today() - timedelta(days=theme.pk))
        OutcomeItem.objects.create(page=outcome, theme=theme, heading=theme.title, decision=decision, locale=outcome.locale)
    assert count_queries(lambda: shown(outcome)) <= few + 1, "one for all decisions"
    assert few <= 25
