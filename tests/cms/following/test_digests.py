"""Letters of a day or a week: when, to whom, and what stands in them."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from cms import clock
from cms.following.digests import last_period_end
from cms.following.models import Pace
from tests.cms.following.conftest import DONE, TOWN
from tests.cms.following.following_tools import dig, follow, follower, html_of, sent

pytestmark = pytest.mark.django_db

THURSDAY = timezone.make_aware(datetime(2026, 3, 12, 12))
FRIDAY_MORNING = timezone.make_aware(datetime(2026, 3, 13, 7, 5))
MONDAY_MORNING = timezone.make_aware(datetime(2026, 3, 16, 7, 5))


def test_letters_go_out_at_seven_and_the_weekly_ones_on_a_monday():
    assert timezone.localtime(last_period_end(Pace.DAILY, THURSDAY)).isoformat().startswith("2026-03-12T07:00")
    assert timezone.localtime(last_period_end(Pace.WEEKLY, THURSDAY)).isoformat().startswith("2026-03-09T07:00")
    early = timezone.make_aware(datetime(2026, 3, 12, 6))
    assert timezone.localtime(last_period_end(Pace.DAILY, early)).isoformat().startswith("2026-03-11T07:00")


def test_a_daily_letter_gathers_what_happened_newest_first(world):
    with clock.at(THURSDAY):
        follow(follower(), 2, Pace.DAILY, TOWN)
    for hour, number in enumerate((1, 2, 3)):
        with clock.at(THURSDAY + timedelta(hours=hour + 1)):
            dig(number)
    with clock.at(THURSDAY + timedelta(hours=5)):
        dig(1, DONE)
        assert sent() == [], "not before the morning"
    with clock.at(FRIDAY_MORNING):
        [mail] = sent()
        assert len(sent()) == 1
    assert [mail.body.index(word) for word in ("done:1", "dug:1", "dug:3", "dug:2")] == sorted(
        mail.body.index(word) for word in ("done:1", "dug:1", "dug:3", "dug:2")
    ), "the street with the newest news first, each under its title"
    assert "en gång om dagen" in mail.body
    assert html_of(mail).count("<h2>") == 3


def test_a_weekly_letter_waits_for_monday(world):
    with clock.at(THURSDAY):
        follow(follower(), pace=Pace.WEEKLY)
    with clock.at(THURSDAY + timedelta(hours=1)):
        dig()
    with clock.at(FRIDAY_MORNING):
        assert sent() == []
    with clock.at(MONDAY_MORNING):
        assert len(sent()) == 1
        assert len(sent()) == 1


def test_the_quickest_of_several_follows_decides(world):
    with clock.at(THURSDAY):
        who = follower()
        follow(who, 2, Pace.DAILY, TOWN)
        follow(who)
    with clock.at(THURSDAY + timedelta(hours=1)):
        dig()
        assert len(sent()) == 1
    with clock.at(FRIDAY_MORNING):
        assert len(sent()) == 1, "the letter does not tell it again"


def test_what_was_hidden_since_is_left_out_and_an_empty_letter_is_not_sent(world):
    with clock.at(THURSDAY):
        follow(follower(), pace=Pace.DAILY)
    with clock.at(THURSDAY + timedelta(hours=1)):
        dig()
    world.closed.add(1)
    with clock.at(FRIDAY_MORNING):
        assert sent() == []
