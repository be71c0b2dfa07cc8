"""Promises of the whole municipality: what has come due, and what was kept."""

import re
from typing import Any

import pytest
from django.test import Client

from cms import clock
from participation.bodies.promise_figures import PromiseFigures, promise_figures
from participation.dialogues.queries import rows_for
from participation.models import DialoguePage
from tests.factories import (
    BodyFactory,
    DialogueFactory,
)

pytestmark = pytest.mark.django_db


def test_figures_count_what_has_come_due() -> None:
    assert PromiseFigures(kept=7, late=1, overdue=1, waiting=4).counted == 9


def test_the_page_of_the_municipality_adds_all_bodies_up(site_tree: Any) -> None:
    for _number in range(2):
        DialogueFactory(answered=True, body=BodyFactory())
    DialogueFactory(answered=True, due=-5)
    DialogueFactory(overdue=True)
    DialogueFactory(open=True)
    rows = rows_for(DialoguePage.objects.canonical(), clock.now())
    assert promise_figures(rows) == PromiseFigures(kept=2, late=1, overdue=1, waiting=1)
    html = Client().get("/en/promises/").content.decode()
    assert "2 of 4 promises were kept in time." in html
    assert "1 more promise has a day that has not come yet" in html
    assert re.search(r'<th scope="row">Late, not yet answered</th><td>1', html)


def test_without_dialogues_the_page_says_so(site_tree: Any) -> None:
    assert "There are no dialogues yet." in Client().get("/en/promises/").content.decode()
