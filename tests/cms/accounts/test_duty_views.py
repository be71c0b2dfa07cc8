"""Handing over: a successor takes everything, then the account is closed."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.accounts.duties import hand_over_and_deactivate, open_duties
from cms.accounts.models import User
from cms.organisation.roles import coordinator_group
from cms.refusals import ActionRefused
from cms.setup import setup_site
from participation.models import DialoguePage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(admin: Any, client_of: Any) -> Client:
    signed_in: Client = client_of(admin)
    return signed_in


def address_of(person: Any) -> str:
    return reverse("cms_duties:hand_over", args=[person.pk])


def is_active(person: Any) -> bool:
    return User.objects.get(pk=person.pk).is_active


def responsible(page: Any) -> Any:
    return DialoguePage.objects.get(pk=page.pk).feedback_responsible


# The page with the successor


def test_the_page_lists_what_is_open_and_offers_active_staff(client: Client, leaving: Any, successor: Any, astrid: Any) -> None:
    gone = factories.UserFactory(staff=True, is_active=False, first_name="Gunnar")

    page = client.get(address_of(leaving)).content.decode()

    assert "Torget" in page
    assert f'value="{successor.pk}"' in page
    for other in (astrid, gone, leaving):
        assert f'<option value="{other.pk}"' not in page


def test_handing_over_gives_it_all_to_the_successor_and_closes_the_account(
    client: Client, admin: Any, dialogue: Any, leaving: Any, successor: Any
) -> None:
    second = factories.DialogueFactory(in_follow_up=True, feedback_responsible=leaving)
    finished = factories.DialogueFactory(concluded=True, feedback_responsible=leaving)

    answer = client.post(address_of(leaving), {"successor": successor.pk}, follow=True)

    assert "Siv" in answer.content.decode()
    assert not is_active(leaving)
    assert responsible(dialogue) == responsible(second) == successor
    assert responsible(finished) == leaving, "what is finished keeps its name"
    assert open_duties(leaving) == []
    assert ModelLogEntry.objects.filter(object_id=str(leaving.pk), action="wagtail.edit", user=admin).exists()
    assert PageLogEntry.objects.filter(page=dialogue.pk, action__contains="hand_over", user=admin).exists()


def test_drafts_and_translations_do_not_bring_the_old_name_back(
    client: Client, dialogue: Any, leaving: Any, successor: Any, cecilia: Any
) -> None:
    english = factories.translated(dialogue)
    draft = DialoguePage.objects.get(pk=dialogue.pk)
    draft.question = "En ny fråga?"
    draft.save_revision()

    client.post(address_of(leaving), {"successor": successor.pk})
    DialoguePage.objects.get(pk=dialogue.pk).latest_revision.publish(user=cecilia)

    published = DialoguePage.objects.get(pk=dialogue.pk)
    assert published.question == "En ny fråga?"
    assert published.feedback_responsible == successor
    assert responsible(english) == successor


def test_a_draft_of_somebody_else_is_left_alone(client: Client, dialogue: Any, leaving: Any, successor: Any) -> None:
    third = factories.UserFactory(staff=True)
    draft = DialoguePage.objects.get(pk=dialogue.pk)
    draft.feedback_responsible = third
    draft.save_revision()

    client.post(address_of(leaving), {"successor": successor.pk})

    page = DialoguePage.objects.get(pk=dialogue.pk)
    assert page.feedback_responsible == successor
    assert page.get_latest_revision_as_object().feedback_responsible == third


def test_twice_is_once(client: Client, dialogue: Any, leaving: Any, successor: Any) -> None:
    for _turn in range(2):
        client.post(address_of(leaving), {"successor": successor.pk})

    assert PageLogEntry.objects.filter(page=dialogue.pk, action__contains="hand_over").count() == 1
    assert ModelLogEntry.objects.filter(object_id=str(leaving.pk), action="wagtail.edit").count() == 1


@pytest.mark.parametrize("who", ["nobody", "resident", "self"])
def test_who_cannot_take_over(client: Client, leaving: Any, astrid: Any, who: str) -> None:
    pk = {"nobody": "", "resident": astrid.pk, "self": leaving.pk}[who]

    answer = client.post(address_of(leaving), {"successor": pk})

    assert answer.status_code == 200
    assert is_active(leaving)


def test_nobody_closes_their_own_account(admin: Any, successor: Any) -> None:
    with pytest.raises(ActionRefused, match="ditt eget konto"):
        hand_over_and_deactivate(admin, successor, admin)


def test_coordinators_hand_over_and_others_may_not(client_of: Any, leaving: Any, successor: Any, bo: Any) -> None:
    setup_site()
    coordinator = factories.UserFactory(staff=True)
    coordinator.groups.add(coordinator_group())

    client_of(bo).post(address_of(leaving), {"successor": successor.pk})
    assert is_active(leaving)
    client_of(coordinator).post(address_of(leaving), {"successor": successor.pk})

    assert not is_active(leaving)
