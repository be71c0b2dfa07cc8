"""The picture for sharing is drawn when a dialogue is published, anew when what it says has changed, never of what is not public."""

from datetime import timedelta
from typing import Any

import pytest
from wagtail.models import Site

from cms import clock
from cms.models import SiteIdentity
from cms.outbox import jobs
from cms.outbox.models import Job
from participation.models import DialoguePage, ShareImage
from participation.sharing.images import DRAW, find_old
from tests.factories import DialogueFactory, translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def work() -> int:
    """Draw what waits; how many pictures were drawn or looked at."""
    taken = jobs.take(100, [DRAW])
    for job in taken:
        jobs.do(job, raising=True)
    return len(taken)


def picture(page: Any) -> ShareImage | None:
    return ShareImage.objects.filter(page=page).first()


def test_publishing_draws_it_once_for_each_language() -> None:
    dialogue = DialogueFactory()
    english = translated(dialogue, question="How can the children get to school safely?")
    Job.objects.all().delete()
    dialogue.save_revision().publish()
    work()
    first, other = picture(dialogue), picture(english)
    assert first and other and first.key != other.key
    assert bytes(first.png).startswith(b"\x89PNG")
    dialogue.save_revision().publish()
    work()
    assert picture(dialogue).made_at == first.made_at, "it says what it said"


@pytest.mark.parametrize("change", ["question", "day", "colour", "time"])
def test_it_is_drawn_anew_when_what_it_says_has_changed(change: str) -> None:
    dialogue = DialogueFactory()
    find_old()
    work()
    before = picture(dialogue).key
    assert find_old() == 0
    at = clock.now()
    if change == "question":
        DialoguePage.objects.filter(pk=dialogue.pk).update(question="Vad behövs på skolvägen?")
    elif change == "day":
        phase = dialogue.phases.get()
        phase.closes_at += timedelta(days=7)
        phase.save()
    elif change == "colour":
        identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
        identity.accent = "#8a1538"
        identity.save()
    else:
        at += timedelta(days=30)
    with clock.at(at):
        assert find_old() == 1
        work()
    assert picture(dialogue).key != before


def test_what_goes_back_to_what_it_said_is_drawn_again() -> None:
    dialogue = DialogueFactory()
    find_old()
    work()
    first = picture(dialogue).key
    for question in ("Vad behövs på skolvägen?", dialogue.question):
        DialoguePage.objects.filter(pk=dialogue.pk).update(question=question)
        with clock.at(clock.now() + timedelta(seconds=5)):
            assert find_old() == 1
            work()
    assert picture(dialogue).key == first


def test_of_a_draft_there_is_none_and_of_what_was_public_none_is_left() -> None:
    draft, dialogue = DialogueFactory(draft=True), DialogueFactory()
    find_old()
    work()
    assert not picture(draft)
    dialogue.unpublish()
    Job.objects.create(kind=DRAW, payload={"page": dialogue.pk}, created_at=clock.now(), not_before=clock.now())
    work()
    assert not picture(dialogue)


def test_looking_costs_as_much_for_many_as_for_few(count_queries: Any) -> None:
    DialogueFactory.create_batch(2)
    few = count_queries(find_old)
    Job.objects.all().delete()
    DialogueFactory.create_batch(6)
    assert count_queries(find_old) <= few


def test_all_are_found_however_few_are_held_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("participation.sharing.images.AT_ONCE", 2)
    DialogueFactory.create_batch(5)
    assert find_old() == 5
