"""News of single contributions: answered, hidden, placed in a theme."""

from typing import Any

import pytest

from participation.contributions.actions import post_contribution
from participation.events import names
from participation.feedback.actions.sorting import sort_into_theme
from participation.moderation.actions.hiding import hide_contribution, publish_contribution
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, ThemeFactory, UserFactory
from tests.outbox_tools import work_off
from tests.participation.news.conftest import heading_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def astrids(astrid: Any) -> Any:
    """A comment that Astrid wrote with her account."""
    return ContributionFactory(
        dialogue=DialogueFactory(open=True),
        participant=ParticipantFactory(user=astrid),
        text="Sänk farten vid skolan.",
        author_name="Astrid",
    )


def reply(to: Any, text: str = "Håller med om det.", participant: Any = None, **more: Any) -> Any:
    given = {"method": "comments", "verb": "comment", "language": "sv", "author_name": "Yusuf"} | more
    return post_contribution(dialogue=to.dialogue, text=text, participant=participant or ParticipantFactory(), reply_to=to, **given)


def mails() -> list[Any]:
    """Those about what somebody said; that the dialogue is open is told too."""
    return [mail for mail in work_off() if "delta" not in heading_of(mail)]


def test_a_reply_is_told_to_whom_it_answers_with_both_words(astrids: Any, astrid: Any) -> None:
    reply(astrids)
    [mail] = mails()
    assert mail.to == [astrid.email]
    assert heading_of(mail) == "Yusuf har svarat på det du skrev"
    assert "Sänk farten vid skolan." in mail.body and "Håller med om det." in mail.body
    assert "därför att det är ditt" in mail.body


def test_nobody_is_told_of_the_own_reply(astrids: Any) -> None:
    reply(astrids, participant=astrids.participant)
    assert mails() == []


def test_who_follows_a_conversation_hears_of_replies_in_it_once(astrids: Any, follows: Any) -> None:
    follows(names.THREAD, astrids.pk)
    reply(astrids)
    assert sorted(mail.to[0] for mail in mails()) == ["astrid@example.org", "foljare@example.org"]


def test_a_reply_that_waits_for_review_is_told_when_it_is_published(astrids: Any, cecilia: Any) -> None:
    waiting = reply(astrids, text="http://a.example http://b.example http://c.example hej")
    assert mails() == []
    publish_contribution(waiting, cecilia)
    assert len(mails()) == 1


def test_an_official_answer_says_who_answers(astrids: Any, dag: Any) -> None:
    reply(astrids, text="Vi sänker farten.", participant=ParticipantFactory(user=dag), author_name="", person=dag)
    [mail] = mails()
    assert heading_of(mail) == "Tekniska förvaltningen har svarat på det du skrev"


def test_a_reply_that_is_hidden_before_it_is_sent_is_not_told(astrids: Any, cecilia: Any) -> None:
    hide_contribution(reply(astrids), cecilia, "threat")
    assert mails() == []


def test_only_the_author_is_told_that_it_was_hidden_and_why(astrids: Any, cecilia: Any, follows: Any) -> None:
    follows(names.THREAD, astrids.pk)
    follows(names.DIALOGUE, astrids.dialogue_id)
    hide_contribution(astrids, cecilia, "threat", "Vi läste det två gånger.")
    [mail] = mails()
    assert mail.to == ["astrid@example.org"]
    assert heading_of(mail) == "Det du skrev har dolts"
    assert "Vi läste det två gånger." in mail.body
    assert "Sänk farten" not in mail.body


def test_the_author_is_told_of_the_theme_once(astrids: Any, dag: Any) -> None:
    theme = ThemeFactory(dialogue=astrids.dialogue, title="Lägre fart")
    sort_into_theme(theme, [astrids], dag)
    sort_into_theme(theme, [astrids], dag)
    [mail] = mails()
    assert "Lägre fart" in heading_of(mail)
    assert mail.to == ["astrid@example.org"]


def test_who_has_left_nothing_is_told_nothing(site_tree: Any, cecilia: Any) -> None:
    given = ContributionFactory(dialogue=DialogueFactory(open=True), participant=ParticipantFactory())
    reply(given)
    hide_contribution(given, cecilia, "threat")
    assert mails() == []


def test_an_inactive_account_is_told_nothing(astrids: Any, astrid: Any) -> None:
    astrid.is_active = False
    astrid.save()
    reply(astrids, participant=ParticipantFactory(user=UserFactory()))
    assert mails() == []
