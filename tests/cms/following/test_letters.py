"""One mail for each event and person: who gets it, in which words, and when it is no longer sent."""

from datetime import timedelta

import pytest

from cms import clock
from cms.following.actions import follower_for_address, leave
from cms.following.followers import follower_for_user
from tests.cms.following.conftest import DONE, TOWN
from tests.cms.following.following_tools import dig, follow, follower, html_of, links, sent
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_who_follows_is_told_with_the_words_and_why(world):
    follow(follower())
    dig()
    [mail] = sent()
    assert mail.to == ["astrid@example.org"]
    assert mail.subject == "Storgatan: dug (sv)"
    assert "Ord om dug:1." in mail.body and "Ord om dug:1." in html_of(mail)
    assert "följer Storgatan (gata)" in mail.body
    assert "http://testserver/gata/1/#nytt" in mail.body


def test_it_comes_in_the_readers_language(world):
    follow(follower(language="en"))
    dig()
    [mail] = sent()
    assert "(en)" in mail.subject
    assert "because you follow Storgatan" in mail.body


def test_several_follows_that_match_make_one_mail_and_the_narrowest_is_the_reason(world):
    who = follower()
    follow(who, 2, kind=TOWN)
    follow(who)
    dig()
    dig()  # told before
    [mail] = sent()
    assert "följer Storgatan" in mail.body
    assert len(sent()) == 1


def test_own_news_are_told_without_following(world):
    who = follower()
    follow(who)
    dig(owners=[who])
    [mail] = sent()
    assert mail.subject == "Din gata grävs upp: Storgatan"
    assert "därför att det är ditt" in mail.body


def test_nothing_goes_to_an_address_that_nobody_confirmed(world):
    dig(owners=[follower_for_address("okand@example.org", "sv")])
    assert sent() == []


def test_nothing_is_told_of_what_happened_before_one_followed(world):
    dig()
    with clock.at(clock.now() + timedelta(minutes=1)):
        follow(follower())
        assert sent() == []


def test_only_the_outcome_is_only_the_outcome(world):
    follow(follower(), pace="outcome")
    dig()
    dig(kind=DONE)
    assert [mail.subject for mail in sent()] == ["Storgatan: done (sv)"]


@pytest.mark.parametrize("change", ["hidden", "gone", "left", "inactive"])
def test_what_changes_after_it_was_written_is_not_sent(world, change):
    user = UserFactory(email="bo@example.org")
    who = follower_for_user(user)
    one = follow(who)
    dig()
    if change == "hidden":
        world.closed.add(1)
    elif change == "gone":
        del world.titles[1]
    elif change == "left":
        leave(who, [one])
    else:
        user.is_active = False
        user.save()
    assert sent() == []


def test_whoever_may_see_more_is_told_more(world):
    insider, outsider = UserFactory(email="in@example.org"), UserFactory(email="ut@example.org")
    world.closed.add(1)
    world.staff.add(insider)
    for user in (insider, outsider):
        follow(follower_for_user(user))
    dig()
    assert [mail.to for mail in sent()] == [["in@example.org"]]


def test_peoples_words_never_become_links(world):
    world.titles[1] = "Gata [x](http://evil.example) <a href='http://evil.example'>y</a>"
    follow(follower())
    item = dig()
    world.words[item.pk] = "Klicka http://evil.example/x eller www.evil.example, skriv till a@evil.example"
    [mail] = sent()
    for part in (mail.body, html_of(mail)):
        assert "http://evil" not in part and "www.evil.example" not in part and "a@evil.example" not in part
    assert "<a href='http" not in html_of(mail)
    assert "\n" not in mail.subject


def test_leaving_is_offered_to_the_mail_program(world):
    follow(follower())
    dig()
    [mail] = sent()
    headers = mail.extra_headers
    address = headers["List-Unsubscribe"].strip("<>").removeprefix("http://testserver")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address in links(mail)


def test_many_followers_are_read_in_pages(world, monkeypatch):
    monkeypatch.setattr("cms.following.matching.PAGE", 4)
    for number in range(9):
        follow(follower(f"p{number}@example.org"))
    dig()
    assert len({mail.to[0] for mail in sent()}) == 9
