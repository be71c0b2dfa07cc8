"""The follow-up: what, who, by when, how it goes and how it went."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms import clock
from participation.choices import CommitmentStatus
from participation.models import Commitment
from tests.factories import translated
from tests.participation.commitments.follow_ups import entry, follow_up

pytestmark = pytest.mark.django_db


def shown(page: Any) -> str:
    response = Client().get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_commitment_says_what_who_and_by_when(site_tree: Any) -> None:
    html = shown(translated(follow_up(CommitmentStatus.UNDER_WAY)))
    assert "En upphöjd övergång 1" in html
    assert "Tekniska förvaltningen" in html
    assert "Under way" in html
    assert f'<time datetime="{(clock.today() + timedelta(days=90)).isoformat()}">' in html
    assert "in 90 days" in html


def test_its_history_is_dated(site_tree: Any) -> None:
    page = follow_up(CommitmentStatus.UNDER_WAY)
    commitment = Commitment.objects.get(page=page)
    entry(commitment, CommitmentStatus.NOT_BEGUN, 40)
    entry(commitment, CommitmentStatus.UNDER_WAY, 10, "Vi har grävt.")
    html = shown(translated(page))
    assert html.index("Not begun, to be done by") < html.index("Under way, to be done by")
    assert "Vi har grävt." in html
    assert f'<time datetime="{(clock.today() - timedelta(days=10)).isoformat()}">' in html


def test_late_ones_are_told_in_words_on_top(site_tree: Any) -> None:
    page = follow_up(CommitmentStatus.UNDER_WAY, CommitmentStatus.DONE)
    Commitment.objects.update(due_on=clock.today() - timedelta(days=12))
    html = shown(translated(page))
    assert "1 commitment is late" in html
    assert re.search(r"It was to be done by [A-Z][a-z]+ \d+ [A-Z][a-z]+( \d+)?, 12 days ago\.", words(html))
    assert f'<a href="#commitment-{Commitment.objects.filter(page=page).first().pk}">' in html


def test_it_leads_back_to_dialogue_and_outcome(site_tree: Any) -> None:
    page = follow_up(CommitmentStatus.DONE)
    html = shown(page)
    assert f'href="{page.dialogue.url}"' in html
    assert f'href="{page.dialogue.url}sa-blev-det/"' in html


def test_a_translation_holds_words_and_reads_facts(site_tree: Any) -> None:
    page = follow_up(CommitmentStatus.DONE, CommitmentStatus.UNDER_WAY)
    copy = translated(page, title="Follow-up")
    own = copy.commitments.first()
    own.what, own.who, own.status = "A raised crossing", "Roads", CommitmentStatus.DROPPED
    own.save()
    html = shown(copy)
    assert "<h1>Follow-up</h1>" in html
    assert "A raised crossing" in html
    assert "Will not be done" not in html
    assert '<span lang="sv">En upphöjd övergång 2</span>' in html
    Commitment.objects.filter(page=page).first().delete()
    assert "A raised crossing" not in shown(copy), "the canonical page owns the commitments"


def test_without_commitments_it_says_so(site_tree: Any) -> None:
    assert "No commitments have been written yet." in shown(translated(follow_up()))


def test_a_draft_with_an_unfinished_commitment_can_be_previewed(site_tree: Any, cecilia: Any, client_of: Any) -> None:
    page = follow_up(CommitmentStatus.UNDER_WAY)
    page.commitments.add(Commitment(what="Halvfärdigt", who="", due_on=None, locale=page.locale))
    page.save_revision(user=cecilia, clean=False)
    response = client_of(cecilia).get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert response.status_code == 200
    assert "Halvfärdigt" in response.content.decode()
    assert "Halvfärdigt" not in shown(page)


def test_more_commitments_take_no_more_queries(site_tree: Any, count_queries: Any) -> None:
    page = follow_up(CommitmentStatus.UNDER_WAY)
    entry(Commitment.objects.get(page=page), CommitmentStatus.NOT_BEGUN, 3)
    shown(page)
    few = count_queries(lambda: shown(page))
    for _number in range(5):
        commitment = Commitment.objects.create(page=page, what="Mer", who="Gatan", due_on=clock.today(), locale=page.locale)
        entry(commitment, CommitmentStatus.NOT_BEGUN, 3)
    assert count_queries(lambda: shown(page)) <= few
