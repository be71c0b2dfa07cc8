"""News of polls: that one has opened, that there is a result; each told once, to nobody as a voter."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as mails
from django.core.cache import cache
from django.test import Client
from wagtail.models import Page

from cms import clock
from cms.following.models import NewsItem, NewsOwner
from participation.events import names
from participation.methods.poll.models import PollPage
from participation.methods.poll.news import OPENED, POLL, RESULT, WITHDRAWN, look_for_news
from participation.models import DialoguePage
from tests.factories import ContributionFactory, ParticipantFactory, after
from tests.outbox_tools import work_off
from tests.participation.methods.poll.polls import PollFactory, choose
from tests.participation.methods.poll.test_views import text
from tests.participation.news.conftest import follows, heading_of

__all__ = ["follows"]  # the fixture
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def polls_told() -> list[str]:
    return list(NewsItem.objects.filter(kind__startswith="participation_poll").order_by("pk").values_list("kind", flat=True))


def test_whoever_follows_a_poll_hears_that_it_opens_and_what_came_of_it(follows: Any) -> None:
    poll = PollFactory(upcoming=True, options=("Gunga", "Linbana"))
    follows(POLL, poll.pk)
    assert work_off() == []
    phase = poll.dialogue.phases.get()
    with clock.at(phase.opens_at + timedelta(hours=1)):
        [mail] = work_off()
        assert heading_of(mail) == "Nu kan du rösta" and poll.question in mail.body
        choose(poll, ParticipantFactory(), "Linbana")
        assert len(work_off()) == 1, "once"
    with after(phase):
        [_opened, mail] = work_off()
        assert heading_of(mail) == "En omröstning har ett resultat"
        assert "Linbana: 1 (100" in mail.body and poll.url in mail.body
        look_for_news()
        assert polls_told() == [OPENED, RESULT]
    assert not NewsOwner.objects.exists(), "nobody is told as somebody who voted"


def test_a_poll_that_opens_with_its_phase_is_not_told_twice_to_the_dialogues_followers(follows: Any) -> None:
    poll = PollFactory(upcoming=True)
    Page.objects.filter(pk=poll.pk).update(first_published_at=clock.now())
    follows(names.DIALOGUE, poll.dialogue.pk)
    with clock.at(poll.dialogue.phases.get().opens_at + timedelta(hours=1)):
        assert [heading_of(mail) for mail in work_off()] == ["Nu kan du delta"]


def test_a_poll_in_an_open_phase_is_told_to_the_dialogues_followers(follows: Any) -> None:
    poll = PollFactory()
    work_off()
    NewsItem.objects.all().delete()
    Page.objects.filter(pk=poll.pk).update(first_published_at=clock.now())
    follows(names.DIALOGUE, poll.dialogue.pk)
    assert "Nu kan du rösta" in [heading_of(mail) for mail in work_off()]


def test_nobody_voted_old_or_hidden_is_no_news() -> None:
    poll = PollFactory(closed=True)
    look_for_news()
    old = PollFactory(phases=[("Rösta", -90, -60, ["poll.vote"])])
    with clock.at(old.dialogue.phases.get().opens_at + timedelta(days=1)):
        choose(old, ParticipantFactory(), "Linbana")
    hidden = PollFactory()
    hidden.dialogue.unpublish()
    look_for_news()
    assert not NewsItem.objects.filter(data__poll__in=[poll.pk, old.pk, hidden.pk]).exists()


def test_its_page_offers_to_follow_it() -> None:
    poll = PollFactory()
    assert f"/_/folj/{POLL}/{poll.pk}/" in text(Client().get(poll.url))
    assert Client().get(f"/_/folj/{POLL}/{poll.pk}/").status_code == 200


def test_the_result_is_told_to_those_who_wrote_in_the_dialogue_and_asked_to_be_told(astrid: Any) -> None:
    poll = PollFactory(options=("Gunga", "Linbana"))
    ContributionFactory(dialogue=poll.dialogue, participant=ParticipantFactory(user=astrid))
    choose(poll, ParticipantFactory(), "Linbana")
    work_off()
    with after(poll.dialogue.phases.get()):
        [mail] = work_off()
    assert mail.to == [astrid.email] and heading_of(mail) == "En omröstning har ett resultat"
    assert "därför att du bad att få veta" in mail.body


def test_whoever_follows_a_poll_hears_that_its_dialogue_is_cancelled(follows: Any) -> None:
    poll = PollFactory()
    follows(POLL, poll.pk)
    follows(names.DIALOGUE, poll.dialogue.pk)
    work_off()
    mails.outbox.clear()
    page = DialoguePage.objects.get(pk=poll.dialogue.pk)
    page.cancelled_on, page.cancelled_reason = clock.today(), "Frågan drogs tillbaka."
    page.save_revision().publish()
    assert [heading_of(mail) for mail in work_off()] == ["Dialogen är inställd"], "once"


@pytest.fixture
def followed(follows: Any) -> Any:
    """A poll in an open phase, with a follower of its own and one of its dialogue."""
    poll = PollFactory()
    Page.objects.filter(pk=poll.pk).update(first_published_at=clock.now())
    follows(POLL, poll.pk)
    follows(names.DIALOGUE, poll.dialogue.pk, address="dialog@example.org")
    work_off()
    mails.outbox.clear()
    return PollPage.objects.get(pk=poll.pk)


def test_whoever_follows_a_poll_hears_that_it_is_taken_back_and_what_becomes_of_its_dialogue(followed: Any) -> None:
    followed.unpublish()
    cache.clear()  # remembers for some seconds what anybody may see
    [mail] = work_off()
    assert mail.to == ["foljare@example.org"] and heading_of(mail) == "En omröstning har tagits tillbaka"
    assert followed.title not in mail.body and followed.dialogue.title in mail.body
    mails.outbox.clear()
    assert work_off() == [], "once"
    page = DialoguePage.objects.get(pk=followed.dialogue.pk)
    page.cancelled_on, page.cancelled_reason = clock.today(), "Frågan drogs tillbaka."
    page.save_revision().publish()
    assert {mail.to[0] for mail in work_off()} == {"foljare@example.org", "dialog@example.org"}


def test_a_poll_that_comes_back_is_told_to_those_who_heard_that_it_was_gone(followed: Any) -> None:
    followed.unpublish()
    work_off()
    mails.outbox.clear()
    PollPage.objects.get(pk=followed.pk).save_revision().publish()
    [mail] = work_off()
    assert mail.to == ["foljare@example.org"] and heading_of(mail) == "Nu kan du rösta"


def with_its_dialogue(poll: PollPage) -> None:
    poll.dialogue.unpublish()


def after_its_result(poll: PollPage) -> None:
    item = NewsItem.objects.create(kind=RESULT, key="result", happened_at=clock.now(), created_at=clock.now())
    item.targets.create(kind=POLL, object_id=poll.pk)
    poll.unpublish()


def back_again(poll: PollPage) -> None:
    poll.unpublish()
    PollPage.objects.get(pk=poll.pk).save_revision().publish()


def never_public(poll: PollPage) -> None:
    poll.unpublish()
    Page.objects.filter(pk=poll.pk).update(first_published_at=None)


@pytest.mark.parametrize("gone", [with_its_dialogue, after_its_result, back_again, never_public])
def test_a_poll_that_is_gone_with_its_dialogue_or_is_over_is_no_news(gone: Any, followed: PollPage) -> None:
    gone(followed)
    look_for_news()
    assert not NewsItem.objects.filter(kind=WITHDRAWN).exists()
