"""The examples of polls, where their dialogues are."""

import pytest

from cms import clock
from cms.demo.stage import Demo
from participation.methods.poll.demo import EXAMPLES, load
from participation.methods.poll.models import PollPage, Vote
from participation.methods.poll.queries import result_of
from participation.methods.poll.rules import shows_result
from tests.factories import DialogueFactory, UserFactory, translated
from tests.participation.methods.poll.polls import RIGHT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_without_its_dialogues_nothing_is_added() -> None:
    load(Demo(clock.today()))
    assert not PollPage.objects.exists()


def test_one_is_open_in_two_languages_and_one_has_a_result() -> None:
    under_way, over = EXAMPLES
    translated(DialogueFactory(slug=under_way.of, phases=[("Rösta", -21, 19, [RIGHT])]), title="Ways to school")
    DialogueFactory(slug=over.of, phases=[("Rösta", -70, -20, [RIGHT])])
    demo = Demo(clock.today(), accounts={key: UserFactory(admin=True) for key in ("teknik", "samhallsbyggnad")})
    load(demo)
    polls = {page.slug: page for page in PollPage.objects.filter(locale__language_code="sv")}
    assert not shows_result(polls[under_way.slug], clock.now())
    assert PollPage.objects.get(locale__language_code="en").title == "What shall we build first?"
    assert shows_result(polls[over.slug], clock.now())
    assert [row.votes for row in result_of(polls[over.slug]).options] == list(over.options.values())
    assert Vote.objects.filter(given_on__gt=clock.today()).count() == 0
    assert len(demo.urls) == 2
