"""A dialogue's page: what it asks, promises and shows, in each state and language."""

import re
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms import clock
from participation.models import DialogueDocument, DialoguePage, DialogueUpdate, MandateStep
from tests.factories import (
    RIGHTS,
    BodyFactory,
    ContributionFactory,
    DialogueFactory,
    FollowUpFactory,
    OutcomeFactory,
    ParticipantFactory,
    PlaceFactory,
    UserFactory,
    day,
    translated,
)
from tests.participation.dialogues.dialogue_pages import english, page, text_of

pytestmark = pytest.mark.django_db


def test_it_says_what_it_asks_and_what_may_change(site_tree: Any) -> None:
    shown = page(DialogueFactory(open=True, question="Var ska övergångarna ligga?"))
    assert "<h1>Var ska övergångarna ligga?</h1>" in shown
    for words in ("Vi vill veta var det känns otryggt", "i vilken ordning de byggs", "Budgeten för året", "Trafiken har ökat"):
        assert words in shown


def test_the_level_is_told_as_a_promise(site_tree: Any) -> None:
    assert "We ask, and account for how the answers affected the decision." in page(english(open=True))


def test_the_question_is_the_heading_and_the_title_where_there_is_none(site_tree: Any) -> None:
    assert "<h1>Trygga skolvägar</h1>" in page(DialogueFactory(question="", title="Trygga skolvägar"))


def test_it_says_when_and_how_the_answer_comes(site_tree: Any) -> None:
    shown = page(DialogueFactory(open=True, feedback_responsible=UserFactory(function="Trafikstrateg", last_name="Hemlig")))
    assert "På den här sidan och på ett möte i skolan." in shown
    assert "Trafikstrateg" in shown
    assert "Hemlig" not in shown, "citizens see the function, not the name"


def test_an_open_phase_reads_as_words(site_tree: Any) -> None:
    shown = text_of(page(english(phases=[("Tyck till", -7, 8, RIGHTS)])))
    assert "You can comment and support." in shown
    assert "8 days left" in shown


@pytest.mark.parametrize(("answer", "word"), [("yes", "Yes"), ("no", "No")])
def test_it_says_whether_it_concerns_children(site_tree: Any, answer: str, word: str) -> None:
    assert f"Concerns children {word}" in text_of(page(english(concerns_children=answer)))


def test_a_cancelled_dialogue_says_why_and_invites_nobody(site_tree: Any) -> None:
    shown = text_of(page(english(open=True, cancelled=True)))
    assert "Frågan drogs tillbaka." in shown
    assert "You can comment" not in shown
    assert "Have your say" not in shown


def test_a_short_record_says_what_was_held(site_tree: Any) -> None:
    shown = text_of(page(english(record=True)))
    for words in ("A short record", "Våren 2019", "Öppet hus, enkät på papper", "120", "Två nya övergångsställen byggdes."):
        assert words in shown
    assert "Write a comment" not in shown


def test_the_outcome_and_the_follow_up_are_linked_when_they_are_live(site_tree: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    outcome, follow_up = OutcomeFactory(dialogue=dialogue, draft=True), FollowUpFactory(dialogue=dialogue, draft=True)
    assert outcome.url not in page(dialogue)
    for below in (outcome, follow_up):
        below.live = True
        below.save()
    shown = page(DialoguePage.objects.get(pk=dialogue.pk))
    assert f'href="{outcome.url}"' in shown
    assert f'href="{follow_up.url}"' in shown


def test_a_translation_reads_words_from_itself_and_facts_from_the_canonical_page(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True)
    copy = translated(dialogue, question="How do children get to school?", open_to_influence="Where the crossings go.", title="School ways")
    phase = copy.phases.get()
    phase.name, phase.closes_at = "Tell us", day(-3)  # the copy of the fact is out of date
    phase.save()
    DialoguePage.objects.filter(pk=copy.pk).update(feedback_due_on=None)
    shown = page(DialoguePage.objects.get(pk=copy.pk))
    assert "<h1>How do children get to school?</h1>" in shown
    assert "Where the crossings go." in shown
    assert "Tell us" in shown
    assert "Write until" in shown
    assert '<time datetime="' + (clock.today() + timedelta(days=60)).isoformat() in shown


def test_what_is_not_translated_is_shown_in_swedish_and_says_so(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True, easy_read="Kort text.")
    copy = translated(dialogue, title="School ways", question="How do children get to school?", easy_read="", introduction="Tell us.")
    shown = page(copy)
    assert re.search(r'lang="sv"[^>]*><p>Kort text\.', shown)
    assert re.search(r'lang="sv"[^>]*><p>Budgeten för året', shown), "a copy of the Swedish text is Swedish"
    assert '<strong lang="sv">Ring oss</strong>' in shown
    assert re.search(r'<li lang="sv">\s*<p class="timeline__when">', shown), "the matter's steps name records"
    assert '<p class="lede">Tell us.</p>' in shown
    assert 'lang="sv"' not in re.sub(r"<header.*?</header>", "", page(dialogue), flags=re.S).replace('<html lang="sv"', "").replace(
        'hreflang="sv"', ""
    )


def test_rich_text_and_words_are_escaped(site_tree: Any) -> None:
    shown = page(DialogueFactory(open=True, question="<b>Var?</b>", open_to_influence="<script>alert(1)</script>"))
    assert "&lt;b&gt;Var?" in shown
    assert "<script>alert" not in shown


def test_the_page_holds_no_form_that_posts(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True)
    ContributionFactory.create_batch(3, dialogue=dialogue)
    shown = page(dialogue)
    assert 'method="post"' not in shown
    assert "csrfmiddlewaretoken" not in shown
    assert f'action="{reverse("participation:receipt")}"' in shown


def test_a_draft_is_not_there_for_visitors(site_tree: Any) -> None:
    assert Client().get(DialogueFactory(draft=True).url).status_code == 404


def test_a_new_dialogue_can_be_previewed_before_it_is_saved(site_tree: Any) -> None:
    section = site_tree.section
    page = DialoguePage(title="Ny dialog", slug="ny-dialog", locale=section.locale, depth=section.depth + 1)
    page.path = DialoguePage._get_path(section.path, page.depth, 99)
    page.set_url_path(section)
    response = page.make_preview_request()
    assert response.status_code == 200
    assert "<h1>Ny dialog</h1>" in response.rendered_content


def test_the_preview_of_a_draft_shows_the_draft(site_tree: Any, cecilia: Any, client_of: Any) -> None:
    dialogue = DialogueFactory(open=True)
    dialogue.question = "Nya frågan?"
    dialogue.updates.add(DialogueUpdate(date=clock.today(), text="Bara i utkastet", locale=dialogue.locale))
    dialogue.places.set([PlaceFactory(name="Utkastets ort")])
    dialogue.save_revision(user=cecilia)
    html = client_of(cecilia).get(reverse("wagtailadmin_pages:view_draft", args=[dialogue.pk])).content.decode()
    for words in ("Nya frågan?", "Bara i utkastet", "Utkastets ort"):
        assert words in html
    assert "Bara i utkastet" not in page(dialogue)


def test_an_outcome_in_its_first_step_is_no_answer_yet(site_tree: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    OutcomeFactory(dialogue=dialogue, step="said")
    shown = page(translated(dialogue))
    assert "What you said has been gathered" in shown
    assert "There is an answer" not in shown


def test_headings_are_in_order_and_ids_are_unique(site_tree: Any) -> None:
    dialogue = DialogueFactory(in_follow_up=True)
    ContributionFactory.create_batch(2, dialogue=dialogue)
    shown = page(dialogue)
    levels = [int(level) for level in re.findall(r"<h([1-6])", shown)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = re.findall(r'\bid="([^"]+)"', shown)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("in_english", [False, True])
def test_at_most_26_queries_with_20_comments(site_tree: Any, count_queries: Callable[[Callable[[], Any]], int], in_english: bool) -> None:
    dialogue = DialogueFactory(closed=True)
    OutcomeFactory(dialogue=dialogue)
    FollowUpFactory(dialogue=dialogue)
    roots = ContributionFactory.create_batch(20, dialogue=dialogue, participant=ParticipantFactory())
    ContributionFactory.create_batch(4, dialogue=dialogue, reply_to=roots[0])
    shown = translated(dialogue) if in_english else dialogue
    page(shown)
    assert count_queries(lambda: page(shown)) <= 26


def test_the_number_of_queries_does_not_follow_what_hangs_on_the_page(site_tree: Any, count_queries: Any) -> None:
    dialogue = DialogueFactory(open=True)
    page(dialogue)
    few = count_queries(lambda: page(dialogue))
    for number in range(6):
        dialogue.documents.add(DialogueDocument(kind="other", title=f"Fil {number}", link="https://example.org", locale=dialogue.locale))
        dialogue.mandate_steps.add(MandateStep(kind="decision", date="2025-01-01", title="Beslut", body=BodyFactory()))
        dialogue.updates.add(DialogueUpdate(date="2026-01-01", text="Nytt", locale=dialogue.locale))
    dialogue.save()
    assert count_queries(lambda: page(dialogue)) <= few + 1


def test_easy_reading_is_a_switch_at_the_top(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True, easy_read="Kort text.")
    plain = Client().get(dialogue.url).content.decode()
    assert 'href="?lattlast"' in plain and 'id="easy-read-text"' not in plain
    easy = Client().get(f"{dialogue.url}?lattlast").content.decode()
    assert 'id="easy-read-text"' in easy and f'href="{dialogue.url}"' in easy and 'href="?lattlast"' not in easy


def test_without_easy_words_there_is_no_switch(site_tree: Any) -> None:
    assert "lattlast" not in Client().get(DialogueFactory(open=True, easy_read="").url).content.decode()


def test_one_press_leads_to_the_text_field(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True)
    button = re.search(r'<a class="button button--primary" href="([^"]+)">Tyck till</a>', page(dialogue))
    assert button is not None
    address, _hash, field = button[1].partition("#")
    form = Client().get(address).content.decode()
    assert f'id="{field}"' in form
    for words in ("Hur kan barnen ta sig säkert till skolan?", "i vilken ordning de byggs", "Budgeten för året", "Skriv till och med"):
        assert words in form


@pytest.mark.parametrize("state", ["upcoming", "closed", "cancelled", "answered"])
def test_where_nothing_is_open_no_button_invites(site_tree: Any, state: str) -> None:
    assert ">Tyck till</a>" not in page(DialogueFactory(**{state: True}))


def test_a_late_answer_says_who_answers_and_what_one_can_do(site_tree: Any) -> None:
    responsible = UserFactory(function="Trafikstrateg")
    shown = page(DialogueFactory(overdue=True, feedback_responsible=responsible, contact_phone="0410-73 30 00"))
    first = shown[: shown.index('<p class="lede">')]
    for words in ("Svaret är försenat.", "Trafikstrateg", 'href="tel:0410733000"', 'href="#can-do"'):
        assert words in first
    assert 'id="can-do"' in shown
    assert 'id="can-do"' not in page(DialogueFactory(closed=True))
