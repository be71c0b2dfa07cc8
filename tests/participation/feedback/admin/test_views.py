"""The pages "Themes and answers": what they show, to whom, and what their forms do."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from cms import clock
from participation.feedback.admin.addresses import feedback_url, overview_url, themes_url
from participation.models import Contribution, Decision, FollowUpPage, OutcomePage, Theme
from tests.factories import ContributionFactory, DecisionFactory, DialogueFactory, OutcomeFactory, ThemeFactory


def said(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_the_page_shows_themes_unsorted_and_decisions(own: Any, bo: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own, text="Mer ljus, tack")
    theme = ThemeFactory(dialogue=own, title="Lägre fart", contributions=[ContributionFactory(dialogue=own)])
    decision = DecisionFactory(dialogue=own)
    page = client_of(bo).get(themes_url(own)).content.decode()
    for words in (own.title, row.text, theme.title, decision.citation, f"themes={theme.pk}"):
        assert words in page


def test_pages_take_the_same_queries_however_much_there_is(own: Any, bo: Any, client_of: Any, count_queries: Any) -> None:
    client = client_of(bo)
    ThemeFactory(dialogue=own, contributions=[ContributionFactory(dialogue=own)])
    pages = (overview_url(), themes_url(own))
    for page in pages:
        client.get(page)
    few = [count_queries(lambda page=page: client.get(page)) for page in pages]
    for _more in range(4):
        DialogueFactory(closed=True)
        ThemeFactory(dialogue=own, contributions=[ContributionFactory(dialogue=own)])
    rows = [Contribution(dialogue=own, method="comments", text=f"Text {n}", received_at=clock.now()) for n in range(200)]
    Contribution.objects.bulk_create(rows)
    assert [count_queries(lambda page=page: client.get(page)) for page in pages] == few


GET_NAMES = ("themes", "theme_new", "theme_edit", "theme_merge", "theme_delete", "decision_new", "decision_edit", "decision_delete")


POST_NAMES = ("theme_move", "make_outcome", "make_follow_up")


@pytest.mark.parametrize("name", [*GET_NAMES, *POST_NAMES])
def test_others_dialogues_answer_404(own: Any, foreign: Any, bo: Any, astrid: Any, client_of: Any, name: str) -> None:
    theme, decision = ThemeFactory(dialogue=foreign, title="Hemligt"), DecisionFactory(dialogue=foreign)
    rows = {"theme": [theme], "decision": [decision]}.get(name.split("_")[0], []) if not name.endswith(("new", "themes")) else []
    smuggled = [feedback_url(name, own, *rows)] if rows else []  # through one's own dialogue
    where = [feedback_url(name, foreign, *rows), *smuggled]
    for url in where:
        for answer in (client_of(bo).get(url), client_of(bo).post(url, {"title": "Nytt"})):
            assert answer.status_code in (404, 405) and "Hemlig" not in answer.content.decode()
        assert client_of(astrid).post(url).status_code in (302, 404)
    assert Theme.objects.get() == theme and Decision.objects.get() == decision and not OutcomePage.objects.exists()


@pytest.mark.parametrize("name", POST_NAMES)
def test_what_changes_something_is_no_link(own: Any, bo: Any, client_of: Any, name: str) -> None:
    rows = [ThemeFactory(dialogue=own)] if name == "theme_move" else []
    assert client_of(bo).get(feedback_url(name, own, *rows)).status_code == 405


def test_making_and_editing_a_theme(own: Any, bo: Any, client_of: Any) -> None:
    client = client_of(bo)
    assert client.post(feedback_url("theme_new", own), {"title": "Lägre fart", "summary": "Många."}).status_code == 302
    theme = Theme.objects.get()
    assert "Lägre fart" in client.get(feedback_url("theme_edit", own, theme)).content.decode()
    client.post(feedback_url("theme_edit", own, theme), {"title": "Lugnare fart"})
    theme.refresh_from_db()
    assert (theme.title, theme.summary) == ("Lugnare fart", "")


def test_a_title_that_is_taken_keeps_the_words(own: Any, bo: Any, client_of: Any) -> None:
    ThemeFactory(dialogue=own, title="Fart")
    answer = client_of(bo).post(feedback_url("theme_new", own), {"title": "fart", "summary": "Kvar."})
    assert answer.status_code == 200 and "Kvar." in answer.content.decode()
    assert answer.context["form"].non_field_errors()


def test_moving_a_theme(own: Any, bo: Any, client_of: Any) -> None:
    one, two, three = (ThemeFactory(dialogue=own, order=order) for order in range(3))
    client = client_of(bo)
    client.post(feedback_url("theme_move", own, three), {"direction": "up"})
    assert list(own.themes.all()) == [one, three, two]
    client.post(feedback_url("theme_move", own, one), {"direction": "up"})
    client.post(feedback_url("theme_move", own, one), {"direction": "down"})
    assert list(own.themes.all()) == [three, one, two]


def test_merging_and_deleting(own: Any, foreign: Any, bo: Any, client_of: Any) -> None:
    source, target, client = ThemeFactory(dialogue=own), ThemeFactory(dialogue=own), client_of(bo)
    theirs = ThemeFactory(dialogue=foreign, title="Hemligt")
    page = client.get(feedback_url("theme_merge", own, source)).content.decode()
    assert target.title in page and "Hemligt" not in page
    assert client.post(feedback_url("theme_merge", own, source), {"target": theirs.pk}).status_code == 200
    assert client.post(feedback_url("theme_merge", own, source), {"target": target.pk}).status_code == 302
    client.post(feedback_url("theme_delete", own, target))
    assert list(Theme.objects.all()) == [theirs]


def test_what_is_published_is_not_deleted(own: Any, bo: Any, client_of: Any) -> None:
    theme = ThemeFactory(dialogue=own)
    OutcomeFactory(dialogue=own)
    answer = client_of(bo).post(feedback_url("theme_delete", own, theme))
    assert answer.status_code == 200 and answer.context["form"].non_field_errors()


def test_the_buttons_make_drafts_and_open_them(own: Any, bo: Any, client_of: Any) -> None:
    ThemeFactory(dialogue=own)
    client = client_of(bo)
    answer = client.post(feedback_url("make_outcome", own))
    outcome = OutcomePage.objects.get()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[outcome.pk])
    assert client.get(answer.url).status_code == 200
    answer = client.post(feedback_url("make_follow_up", own))
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[FollowUpPage.objects.get().pk])
    assert client.get(answer.url).status_code == 200


def test_a_refusal_leads_back_with_its_reason(own: Any, bo: Any, client_of: Any) -> None:
    ContributionFactory(dialogue=own)
    answer = client_of(bo).post(feedback_url("make_outcome", own))
    assert answer.url == themes_url(own) and said(answer)
    assert not OutcomePage.objects.exists()


def test_dialogue_pages_lead_here(own: Any, bo: Any, client_of: Any) -> None:
    for page in (own, OutcomeFactory(dialogue=own, draft=True)):
        html = client_of(bo).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert themes_url(own) in html
    html = client_of(bo).get(reverse("wagtailadmin_explore", args=[own.pk])).content.decode()
    assert themes_url(own) in html
