"""Somebody else looks again: asked by the writer, decided by another person than the one who hid it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from cms import clock
from participation.choices import HideReason
from participation.models import Contribution, SecondLook
from participation.moderation.actions.hiding import hide_contribution, show_contribution
from participation.moderation.actions.second_looks import ask_for_second_look, decide_second_look
from tests.factories import ParticipantFactory
from tests.participation.moderation.actions.fairness import fresh, refusal, verbs

pytestmark = pytest.mark.usefixtures("_in_english")


@pytest.fixture
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


# Another person looks again


def test_only_the_writer_asks_and_only_once(given: Any, dag: Any) -> None:
    assert "not hidden" in refusal(lambda: ask_for_second_look(given, given.participant, "Nej"))
    hide_contribution(given, dag, HideReason.THREAT)
    assert "Only the one who wrote it" in refusal(lambda: ask_for_second_look(given, ParticipantFactory(), "Nej"))
    assert "Only the one who wrote it" in refusal(lambda: ask_for_second_look(given, None, "Nej"))
    assert "Write why" in refusal(lambda: ask_for_second_look(given, given.participant, " \n"))
    assert "room for" in refusal(lambda: ask_for_second_look(given, given.participant, "x" * 1001))
    first = ask_for_second_look(given, given.participant, "Det är inget hot.")
    assert ask_for_second_look(given, given.participant, "Igen").pk == first.pk
    assert SecondLook.objects.get().words == "Det är inget hot." and first.hidden_by == dag


def test_who_hid_it_does_not_decide_not_even_as_a_superuser(given: Any, dag: Any, cecilia: Any) -> None:
    dag.is_superuser = True
    dag.save()
    hide_contribution(given, dag, HideReason.THREAT)
    ask_for_second_look(given, given.participant, "Det är inget hot.")
    assert "took part in hiding" in refusal(lambda: decide_second_look(given, dag, upheld=True, answer="Jo."))
    decide_second_look(given, cecilia, upheld=True, answer="Jag har läst den också.")
    look = SecondLook.objects.get()
    assert (look.upheld, look.decided_by, look.answer, fresh(given).state) == (True, cecilia, "Jag har läst den också.", "hidden")
    assert verbs(given) == ["hidden", "upheld"]
    assert "Nobody waits" in refusal(lambda: decide_second_look(given, cecilia, upheld=False, answer="Hm."))
    assert "already" in refusal(lambda: ask_again_with_new_form(given))


def ask_again_with_new_form(given: Contribution) -> None:
    from participation.contributions.actions import require
    from participation.moderation.rules import can_ask_again

    require(can_ask_again(fresh(given), given.participant))


def test_the_database_refuses_the_one_who_hid_it(given: Any, dag: Any) -> None:
    hide_contribution(given, dag, HideReason.THREAT)
    look = ask_for_second_look(given, given.participant, "Nej.")
    with pytest.raises(IntegrityError), transaction.atomic():
        SecondLook.objects.filter(pk=look.pk).update(decided_by=dag, decided_at=clock.now(), upheld=True)


def test_a_changed_decision_shows_it_again_and_a_new_hiding_may_be_asked_about(given: Any, dag: Any, cecilia: Any) -> None:
    hide_contribution(given, dag, HideReason.THREAT)
    ask_for_second_look(given, given.participant, "Det är inget hot.")
    assert "Write an answer" in refusal(lambda: decide_second_look(given, cecilia, upheld=False, answer=" "))
    decide_second_look(given, cecilia, upheld=False, answer="Du har rätt.")
    assert (fresh(given).state, SecondLook.objects.get().upheld, verbs(given)) == ("published", False, ["hidden", "shown"])
    hide_contribution(given, dag, HideReason.ADVERTISING)
    ask_for_second_look(given, given.participant, "Inte heller det.")
    assert SecondLook.objects.filter(decided_at=None).count() == 1


def test_who_regrets_hiding_shows_it_again_without_being_another_person(given: Any, dag: Any) -> None:
    hide_contribution(given, dag, HideReason.THREAT)
    ask_for_second_look(given, given.participant, "Nej.")
    show_contribution(given, dag)
    look = SecondLook.objects.get()
    assert (look.upheld, look.decided_by) == (False, None) and look.decided_at is not None


def test_who_moderates_elsewhere_does_not_look_again(given: Any, dag: Any, edda: Any) -> None:
    hide_contribution(given, dag, HideReason.THREAT)
    ask_for_second_look(given, given.participant, "Nej.")
    assert "may not moderate" in refusal(lambda: decide_second_look(given, edda, upheld=False, answer="Jo."))
