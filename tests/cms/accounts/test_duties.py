"""What an account answers for and has not finished is asked of every package."""

from typing import Any

import pytest
from django.urls import reverse

from cms.accounts.duties import Duty, duties, hand_over_and_deactivate, open_duties
from participation.models import DialoguePage
from participation.promises.duties import waiting_dialogues
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_registry_knows_participations_promises() -> None:
    assert "participation_promises" in [duty.name for duty in duties]


def test_the_host_asks_every_duty(successor: Any, admin: Any) -> None:
    handed: list[Any] = []

    def hand_over(leaving: Any, to: Any, by: Any) -> int:
        handed.append((leaving, to, by))
        return 1

    keys = factories.UserFactory(staff=True)
    duties.register(Duty("test_keys", "Keys", lambda user: [("Nycklar", "/admin/keys/")] if user == keys else [], hand_over))
    try:
        assert open_duties(keys) == [("Nycklar", "/admin/keys/")]
        assert hand_over_and_deactivate(keys, successor, admin) == 1
    finally:
        duties.unregister("test_keys")
    assert handed == [(keys, successor, admin)]


# What is open


@pytest.mark.parametrize(
    ("traits", "is_open"),
    [
        ({"upcoming": True}, True),
        ({"open": True}, True),
        ({"overdue": True}, True),
        ({"draft": True}, True),
        ({"in_follow_up": True}, True),
        ({"answered": True}, False),
        ({"concluded": True}, False),
        ({"cancelled": True}, False),
        ({"record": True}, False),
    ],
)
def test_what_is_open(site_tree: Any, traits: dict[str, bool], is_open: bool) -> None:
    page = factories.DialogueFactory(**traits)

    found = open_duties(page.feedback_responsible)

    assert found == ([(page.title, reverse("wagtailadmin_pages:edit", args=[page.pk]))] if is_open else [])


def test_a_draft_that_names_somebody_is_theirs_too(dialogue: Any, successor: Any) -> None:
    draft = DialoguePage.objects.get(pk=dialogue.pk)
    draft.feedback_responsible = successor
    draft.save_revision()

    assert list(waiting_dialogues(successor)) == [dialogue]
