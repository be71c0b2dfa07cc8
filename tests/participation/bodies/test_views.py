"""The pages of bodies."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from cms import clock
from tests.factories import AdministrationFactory, BodyFactory, DialogueFactory, translated
from tests.participation.bodies.body_pages import part, shown, words

pytestmark = pytest.mark.django_db


def test_a_body_shows_each_dialogue_where_it_belongs(body: Any) -> None:
    html = shown("/en/committees/tekniska-namnden/")
    for anchor, titles in {
        "late": ["Dialog overdue"],
        "open": ["Dialog open"],
        "upcoming": ["Dialog upcoming"],
        "waiting": ["Dialog closed"],
        "answered": ["Dialog answered", "Dialog in_follow_up"],
    }.items():
        assert re.findall(r'card__title"><a [^>]*>([^<]+)', part(html, anchor)) == titles
    assert "20 days late" in words(part(html, "late"))
    assert "Answer by" in words(part(html, "waiting"))
    assert "Gator och parker." in html
    assert "namnd@example.org" in html


def test_other_bodies_and_hidden_dialogues_stay_out(body: Any) -> None:
    DialogueFactory(open=True, title="En annans")
    DialogueFactory(open=True, title="Utkast", body=body, live=False)
    html = shown("/namnder/tekniska-namnden/")
    assert "En annans" not in html
    assert "Utkast" not in html


def test_the_list_of_bodies_says_what_each_owes(body: Any) -> None:
    BodyFactory(name="Tysta nämnden")
    html = words(shown("/en/committees/"))
    assert "Gator och parker. 1 open dialogue 1 opens soon 1 late answer 1 waits for an answer 2 answered" in html
    assert "Tysta nämnden No dialogues" in html


def test_a_body_that_has_ended_is_listed_only_for_its_dialogues(site_tree: Any) -> None:
    ended = {"valid_to": clock.today() - timedelta(days=400)}
    BodyFactory(name="Gamla nämnden", **ended)
    old = BodyFactory(name="Förra nämnden", **ended)
    old.successors.add(BodyFactory(name="Nya nämnden"))
    DialogueFactory(concluded=True, body=old)
    html = shown("/namnder/")
    assert "Förra nämnden" in html
    assert "Gamla nämnden" not in html
    assert 'href="/namnder/nya-namnden/"' in shown(f"/namnder/{old.slug}/")


def test_an_empty_body_and_an_unknown_one(site_tree: Any) -> None:
    BodyFactory(name="Tysta nämnden", administration=AdministrationFactory(name="Kansliet"))
    html = shown("/en/committees/tysta-namnden/")
    assert "This committee has no dialogues yet." in html
    assert "Kansliet" in html
    assert Client().get("/namnder/finns-inte/").status_code == 404


def test_the_english_page_links_translations_and_marks_swedish_titles(body: Any) -> None:
    copy = translated(DialogueFactory(open=True, body=body, title="Skolvägar"), title="School ways")
    html = shown("/en/committees/tekniska-namnden/")
    assert f'<a href="{copy.url}">School ways</a>' in html
    assert 'lang="sv">Dialog open</a>' in html


def test_more_dialogues_take_no_more_queries(body: Any, count_queries: Any) -> None:
    def pages() -> None:
        for address in ("/namnder/tekniska-namnden/", "/namnder/"):
            shown(address)

    pages()
    few = count_queries(pages)
    DialogueFactory.create_batch(8, in_follow_up=True, body=body)
    assert count_queries(pages) <= few
