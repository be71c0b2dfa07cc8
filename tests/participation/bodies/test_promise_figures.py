"""Promises: what counts as kept, and the page of the whole municipality; the sections on the start page."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import timezone, translation

from cms import clock
from cms.fields import start_of
from cms.plugins.home_sections import home_sections
from cms.plugins.navigation import navigation_items
from participation.bodies.promise_figures import PromiseFigures, promise_figures
from participation.choices import AnswerKind, CommitmentStatus, OutcomeStep
from participation.commitments.queries import commitment_figures, commitment_rows
from participation.dialogues.queries import rows_for
from participation.dialogues.state import DialogueFacts, promise_verdict
from participation.models import DialoguePage, OutcomeItem, OutcomePage
from tests.factories import (
    BodyFactory,
    ContributionFactory,
    DialogueFactory,
    FollowUpFactory,
    OutcomeFactory,
    ThemeFactory,
    UserFactory,
    translated,
)

pytestmark = pytest.mark.django_db

DUE = date(2026, 3, 10)
CLOSED = {"opens_at": start_of(date(2026, 2, 1)), "closes_at": start_of(date(2026, 3, 1)), "feedback_due_on": DUE}
ANSWERED = {**CLOSED, "outcome_step": "decided"}


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({**ANSWERED, "answered_on": DUE}, "kept"),
        ({**ANSWERED, "answered_on": DUE + timedelta(days=1)}, "late"),
        ({**CLOSED, "outcome_step": "said"}, "overdue"),
        ({**CLOSED, "feedback_due_on": date(2026, 3, 20)}, "waiting"),
        ({**CLOSED, "feedback_due_on": None}, ""),
        ({**ANSWERED, "answered_on": DUE, "cancelled": True}, ""),
        ({**ANSWERED, "answered_on": DUE, "is_record": True}, ""),
    ],
)
def test_a_promise_is_kept_by_an_answer_in_time(facts: dict[str, Any], verdict: str) -> None:
    at = start_of(date(2026, 3, 12))
    assert promise_verdict(DialogueFacts(**facts), at) == verdict


def test_the_day_of_the_answer_is_the_first_on_which_a_decision_was_published(site_tree: Any, cecilia: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    ThemeFactory(dialogue=dialogue, contributions=[ContributionFactory(dialogue=dialogue)])
    outcome = OutcomeFactory(dialogue=dialogue, step=OutcomeStep.SAID, decision_needed=False, nothing_follows=True)

    def publish(step: str, days: int) -> date | None:
        with clock.at(clock.now() + timedelta(days=days)):
            page = OutcomePage.objects.get(pk=outcome.pk)
            page.step = step
            page.save_revision().publish(user=cecilia)
            return OutcomePage.objects.get(pk=outcome.pk).answered_on

    today = clock.today()
    assert publish(OutcomeStep.SAID, 1) is None
    assert publish(OutcomeStep.DECIDED, 3) == today + timedelta(days=3)
    assert publish(OutcomeStep.DONE, 9) == today + timedelta(days=3), "a later publication does not move it"
    assert publish(OutcomeStep.SAID, 10) is None, "taken back"


def test_figures_count_what_has_come_due() -> None:
    assert PromiseFigures(kept=7, late=1, overdue=1, waiting=4).counted == 9


def test_figures_of_commitments(site_tree: Any) -> None:
    dialogue = DialogueFactory(answered=True)
    FollowUpFactory(dialogue=dialogue, statuses=CommitmentStatus.values)
    rows = commitment_rows(rows_for([DialoguePage.objects.get(pk=dialogue.pk)], clock.now()))
    figures = commitment_figures(rows)
    assert (figures.made, figures.done, figures.open, figures.late, figures.dropped) == (5, 1, 3, 0, 1)
    with clock.at(timezone.localtime(clock.now()) + timedelta(days=91)):
        rows = commitment_rows(rows_for([DialoguePage.objects.get(pk=dialogue.pk)], clock.now()))
        assert commitment_figures(rows).late == 3
        assert [row.days_late for row in rows] == [1, 1, 1, 0, 0]


def test_the_page_of_the_municipality_adds_all_bodies_up(site_tree: Any) -> None:
    for _number in range(2):
        DialogueFactory(answered=True, body=BodyFactory())
    DialogueFactory(answered=True, due=-5)
    DialogueFactory(overdue=True)
    DialogueFactory(open=True)
    rows = rows_for(DialoguePage.objects.canonical(), clock.now())
    assert promise_figures(rows) == PromiseFigures(kept=2, late=1, overdue=1, waiting=1)
    html = Client().get("/en/loften/").content.decode()
    assert "2 of 4 promises were kept in time." in html
    assert "1 more promise has a day that has not come yet" in html
    assert re.search(r'<th scope="row">Late, not yet answered</th><td>1', html)


def test_without_dialogues_the_page_says_so(site_tree: Any) -> None:
    assert "There are no dialogues yet." in Client().get("/en/loften/").content.decode()


def test_bodies_and_promises_stand_in_the_navigation(site_tree: Any) -> None:
    assert {"participation_bodies", "participation_promises"} <= {item.name for item in navigation_items}
    html = Client().get("/loften/").content.decode()
    assert 'href="/namnder/"' in html
    assert re.search(r'href="/loften/"[^>]*aria-current', html)


# Sections of the start page


def drawn(name: str, language: str = "en") -> str:
    section = home_sections.get(name)
    assert section is not None
    with translation.override(language):
        request: HttpRequest = RequestFactory().get("/")
        request.user = UserFactory()
        context = section.context(request)
        return "" if context is None else render_to_string(section.template, context, request)


def test_open_dialogues_come_with_the_one_that_closes_first(site_tree: Any) -> None:
    DialogueFactory(open=True, title="Öppen")
    DialogueFactory(upcoming=True, title="Kommande")
    html = drawn("participation_open")
    assert "Öppen" in html
    assert "Kommande" not in html
    assert f'href="{site_tree.index.url}"' in html


def test_where_nothing_is_open_the_next_ones_are_told(site_tree: Any) -> None:
    DialogueFactory(upcoming=True, title="Kommande")
    html = drawn("participation_open")
    assert "Nothing is open right now." in html
    assert "Kommande" in html


def test_the_latest_outcomes_are_told_in_two_sentences(site_tree: Any) -> None:
    for number in range(4):
        dialogue = DialogueFactory(closed=True, title=f"Dialog {number}")
        ThemeFactory(dialogue=dialogue, title="Få", contributions=[ContributionFactory(dialogue=dialogue)])
        ThemeFactory(dialogue=dialogue, title="Lägre fart", contributions=ContributionFactory.create_batch(3, dialogue=dialogue))
        OutcomeFactory(dialogue=dialogue, answered_on=clock.today() - timedelta(days=10 - number))
    OutcomeItem.objects.filter(heading="Lägre fart").update(answer=AnswerKind.NOT)
    OutcomeFactory(dialogue=DialogueFactory(closed=True, title="Bara sagt"), step=OutcomeStep.SAID)
    html = drawn("participation_outcomes", "sv")
    assert re.findall(r'card__title"><a [^>]*>([^<]+)', html) == ["Dialog 3", "Dialog 2", "Dialog 1"]
    html = drawn("participation_outcomes")
    assert "3 said: Lägre fart" in html
    assert "No, because" in html


def test_an_outcome_links_its_translation_and_names_its_theme_in_english(site_tree: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    ThemeFactory(dialogue=dialogue, title="Lägre fart", contributions=[ContributionFactory(dialogue=dialogue)])
    outcome = OutcomeFactory(dialogue=dialogue)
    translated(dialogue, title="School ways")
    copy = translated(outcome)
    item = copy.items.get()
    item.heading = "Lower speed"
    item.save()
    html = drawn("participation_outcomes")
    assert f'href="{copy.url}"' in html
    assert "1 said: Lower speed" in html
    assert "School ways" in html


def test_what_waits_for_an_answer_stands_there_the_most_overdue_first(site_tree: Any) -> None:
    DialogueFactory(closed=True, title="Väntar")
    DialogueFactory(overdue=True, title="Försenad")
    assert re.findall(r'card__title"><a [^>]*>([^<]+)', drawn("participation_waiting", "sv")) == ["Försenad", "Väntar"]
    DialoguePage.objects.update(live=False)
    assert drawn("participation_waiting") == ""
    assert drawn("participation_outcomes") == ""


def test_the_code_field_is_a_get_form(site_tree: Any) -> None:
    html = drawn("participation_code")
    assert 'method="get"' in html
    assert 'name="kod"' in html
