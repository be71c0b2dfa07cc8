"""What happened is found by time and by publication, and told once."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms import clock
from participation.events import names
from participation.models import DialoguePage, DialogueUpdate
from participation.news.registration import look_for_news
from tests.factories import DialogueFactory
from tests.outbox_tools import work_off
from tests.participation.news.conftest import heading_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def subjects() -> list[str]:
    return [heading_of(mail) for mail in work_off()]


def test_a_dialogue_opens_by_time_and_is_told_once(follows: Any, told: Any) -> None:
    dialogue = DialogueFactory(upcoming=True)
    follows(names.DIALOGUE, dialogue.pk)
    assert subjects() == []
    with clock.at(clock.now() + timedelta(days=8)):
        assert subjects() == ["Nu kan du delta"]
        look_for_news()
        assert len(told(names.OPENED)) == 1


def test_a_later_phase_is_told_with_what_it_opens(follows: Any) -> None:
    rights = ["comments.comment", "comments.support"]
    dialogue = DialogueFactory(phases=[("Idéer", -7, 2, rights), ("Tyck till om förslaget", 3, 20, rights)])
    follows(names.DIALOGUE, dialogue.pk)
    work_off()
    with clock.at(clock.now() + timedelta(days=4)):
        *_before, mail = work_off()
    assert heading_of(mail) == "Ett nytt skede har börjat: Tyck till om förslaget"


def test_an_update_is_told_when_the_page_is_published_and_a_mended_typo_is_not(follows: Any, told: Any) -> None:
    dialogue = DialogueFactory(open=True)
    follows(names.DIALOGUE, dialogue.pk)
    work_off()
    dialogue.updates.add(DialogueUpdate(date=clock.today(), text="Vi har mätt farten.", locale=dialogue.locale))
    dialogue.save_revision().publish()
    *_before, mail = work_off()
    assert "Vi har mätt farten." in mail.body
    page = DialoguePage.objects.get(pk=dialogue.pk)
    update = page.updates.get()
    update.text = "Vi har mätt hastigheten."
    page.updates.add(update)
    page.save_revision().publish()
    assert len(told(names.UPDATE)) == 1


@pytest.mark.parametrize("state", ["draft", "record", "old"])
def test_what_is_not_public_or_long_ago_is_no_news(told: Any, state: str) -> None:
    if state == "old":
        DialogueFactory(phases=[("Tyck till", -60, 20, [])], first_published_at=timezone.now() - timedelta(days=60))
    else:
        DialogueFactory(**{state: True})
    look_for_news()
    assert told(names.OPENED) == []
