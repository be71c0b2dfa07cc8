"""News of a dialogue's course: told once, to those who follow what it belongs to, in words that still hold."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms import clock
from participation.events import names
from participation.models import DialoguePage
from participation.news.registration import look_for_news
from tests.factories import AdministrationFactory, DialogueFactory, FollowUpFactory, OutcomeFactory, translated
from tests.outbox_tools import work_off
from tests.participation.news.conftest import heading_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def subjects() -> list[str]:
    return [heading_of(mail) for mail in work_off()]


@pytest.mark.parametrize("kind", [names.DIALOGUE, names.TOPIC, names.PLACE, names.BODY, names.ADMINISTRATION])
def test_it_is_told_to_those_who_follow_what_it_concerns(follows: Any, kind: str) -> None:
    dialogue = DialogueFactory(open=True)
    number = {
        names.DIALOGUE: dialogue.pk,
        names.TOPIC: dialogue.topic_links.first().tag_id,
        names.PLACE: dialogue.places.first().pk,
        names.BODY: dialogue.body_id,
        names.ADMINISTRATION: dialogue.administration.pk,
    }[kind]
    follows(kind, number)
    [mail] = work_off()
    assert heading_of(mail) == "Nu kan du delta"
    assert "Hur kan barnen ta sig säkert till skolan?" in mail.body
    assert "du följer" in mail.body


def test_partners_news_are_told_to_those_who_follow_the_partner(follows: Any) -> None:
    partner = AdministrationFactory()
    dialogue = DialogueFactory(open=True)
    dialogue.partners.add(partner)
    dialogue.save()
    follows(names.ADMINISTRATION, partner.pk)
    assert subjects() == ["Nu kan du delta"]


def test_extended_and_cancelled(follows: Any) -> None:
    dialogue = DialogueFactory(open=True)
    follows(names.DIALOGUE, dialogue.pk)
    work_off()
    dialogue.phases.update(closes_at=timezone.now() + timedelta(days=40))
    page = DialoguePage.objects.get(pk=dialogue.pk)
    page.save_revision().publish()
    assert subjects()[-1] == "Dialogen är öppen längre"
    page = DialoguePage.objects.get(pk=dialogue.pk)
    page.cancelled_on, page.cancelled_reason = clock.today(), "Frågan drogs tillbaka."
    page.save_revision().publish()
    *_before, mail = work_off()
    assert heading_of(mail) == "Dialogen är inställd"
    assert "Frågan drogs tillbaka." in mail.body


def test_a_translation_tells_nothing_and_is_read_by_those_who_read_english(follows: Any, told: Any) -> None:
    dialogue = DialogueFactory(open=True)
    english = translated(dialogue, title="Safe ways to school", question="How can children get to school safely?")
    english.save_revision().publish()
    follows(names.DIALOGUE, dialogue.pk, language="en")
    [mail] = work_off()
    assert "How can children get to school safely?" in mail.body
    assert f"http://testserver{english.url}" in mail.body or english.url in mail.body
    assert len(told(names.OPENED)) == 1


@pytest.mark.parametrize("change", ["unpublished", "private"])
def test_what_is_taken_away_after_it_was_written_is_not_sent(follows: Any, change: str, django_user_model: Any) -> None:
    dialogue = DialogueFactory(open=True)
    follows(names.DIALOGUE, dialogue.pk)
    look_for_news()
    page = DialoguePage.objects.get(pk=dialogue.pk)
    if change == "unpublished":
        page.unpublish()
    else:
        page.view_restrictions.create(restriction_type="groups")
    assert subjects() == []


def test_commitments_are_told_together(follows: Any) -> None:
    dialogue = DialogueFactory(closed=True)
    OutcomeFactory(dialogue=dialogue)
    follow_up = FollowUpFactory(dialogue=dialogue, statuses=["under_way", "not_begun"])
    follows(names.DIALOGUE, dialogue.pk)
    follow_up.save_revision().publish()
    mails = [mail for mail in work_off() if heading_of(mail) == "Det här är utlovat nu"]
    assert len(mails) == 1
