"""Figures of a body: in a sentence first, then in a table."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils.translation import override

from cms import clock
from cms.templatetags.dates import short
from participation.choices import CommitmentStatus
from participation.models import Commitment
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory
from tests.participation.bodies.body_pages import part, shown, words

pytestmark = pytest.mark.django_db


def test_figures_are_a_sentence_first_and_then_a_table(body: Any) -> None:
    html = part(shown("/en/committees/tekniska-namnden/"), "figures")
    assert html.index("2 of 3 promises were kept in time.") < html.index("<table")
    assert "<caption>" in html
    assert "3 more promises have a day that has not come yet" in words(html)


def test_late_commitments_say_how_late(body: Any) -> None:
    Commitment.objects.update(due_on=clock.today() - timedelta(days=4))
    html = part(shown("/en/committees/tekniska-namnden/"), "commitments")
    assert "En upphöjd övergång 1" in html
    assert "4 days ago" in words(html)
    assert "Late" in words(html)
    assert re.search(r'href="[^"]+/uppfoljning/#commitment-\d+"', html)


def test_what_was_done_late_says_so_with_its_day(body: Any) -> None:
    promised = clock.today() - timedelta(days=10)
    Commitment.objects.update(status=CommitmentStatus.DONE, due_on=promised, status_on=promised + timedelta(days=3))
    number = Commitment.objects.count()
    with override("sv"):
        day = words(short(promised + timedelta(days=3)))
    assert f"Gjort för sent, {day}" in words(part(shown("/namnder/tekniska-namnden/"), "commitments"))
    for address, told in (
        ("/namnder/tekniska-namnden/", "Gjort för sent"),
        ("/en/committees/tekniska-namnden/", "Done too late"),
        ("/loften/", "Gjort för sent"),
    ):
        assert f"{told} {number}" in words(part(shown(address), "figures"))


def test_they_say_how_much_was_given_and_by_how_many(body: Any) -> None:
    dialogue = DialogueFactory(body=body, open=True)
    astrid = ParticipantFactory()
    ContributionFactory.create_batch(2, dialogue=dialogue, participant=astrid)
    ContributionFactory(dialogue=dialogue)
    html = part(shown("/en/committees/tekniska-namnden/"), "figures")
    assert "In these dialogues we received 3 contributions from 2 people." in words(html)
