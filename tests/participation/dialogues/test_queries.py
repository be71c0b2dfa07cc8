"""Reads across dialogues: their rows as of an instant, who may see them, whose they are."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from cms import clock
from participation.choices import State
from participation.dialogues.queries import administrations_of, rows_for, visible_dialogues
from tests.factories import RIGHTS, DialogueFactory, OutcomeFactory, SectionFactory, day, translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_rows_keep_the_order_they_were_asked_in_and_follow_time() -> None:
    later, earlier = DialogueFactory(upcoming=True), DialogueFactory(open=True)
    assert [(row.page, row.state) for row in rows_for([later, earlier], clock.now())] == [(later, State.UPCOMING), (earlier, State.OPEN)]
    assert [row.state for row in rows_for([later, earlier], day(20))] == [State.OPEN, State.CLOSED]


def test_days_late_are_counted_only_while_the_answer_is_owed() -> None:
    late, answered = DialogueFactory(overdue=True), DialogueFactory(answered=True, due=-20)
    assert [(row.overdue, row.days_late) for row in rows_for([late, answered], clock.now())] == [(True, 20), (False, 0)]


def test_a_phase_that_closes_later_than_announced_is_an_extension_except_where_none_counts() -> None:
    plain, cancelled = DialogueFactory(open=True), DialogueFactory(open=True, cancelled=True)
    assert not rows_for([plain], clock.now())[0].extended
    for page in (plain, cancelled):
        page.announced_closes_at = day(1)
    assert [row.extended for row in rows_for([plain, cancelled], clock.now())] == [True, False]


def test_time_alone_changes_a_dialogue_and_so_does_its_outcome() -> None:
    page = DialogueFactory(phases=[("Tyck till", -20, -11, RIGHTS)])
    page.last_published_at = day(-30)
    told = [rows_for([page], at)[0].changed_at for at in (day(-40), day(-25), day(-15), day(0))]
    assert told == [None, day(-30), day(-20), day(-10)]
    OutcomeFactory(dialogue=page, last_published_at=day(-2))
    assert rows_for([page], day(0))[0].changed_at == day(-2)


def test_a_dialogue_is_read_once_whatever_its_languages_and_never_as_a_draft(astrid: Any) -> None:
    page = DialogueFactory(open=True)
    translated(page)
    DialogueFactory(draft=True)
    assert list(visible_dialogues(AnonymousUser())) == list(visible_dialogues(astrid)) == [page]


def test_each_dialogue_belongs_to_the_administration_of_its_section(count_queries: Any) -> None:
    pages = [DialogueFactory(), DialogueFactory(parent=SectionFactory())]
    assert administrations_of(pages) == {page.path: page.administration for page in pages}
    assert count_queries(lambda: administrations_of(pages)) == 1
    assert rows_for([], clock.now() + timedelta(days=1)) == []
