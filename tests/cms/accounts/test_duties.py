"""An account is not closed while it answers for what is not finished: a successor takes that over first."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.accounts.duties import Duty, duties, hand_over_and_deactivate, open_duties
from cms.accounts.models import User
from cms.organisation.roles import coordinator_group
from cms.refusals import ActionRefused
from cms.setup import setup_site
from participation.models import DialoguePage
from participation.promises.duties import waiting_dialogues
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def dialogue(site_tree: Any) -> Any:
    return factories.DialogueFactory(closed=True, title="Torget")


@pytest.fixture
def leaving(dialogue: Any) -> Any:
    return dialogue.feedback_responsible


@pytest.fixture
def successor(site_tree: Any) -> Any:
    return factories.UserFactory(staff=True, first_name="Siv")


@pytest.fixture
def admin() -> Any:
    return factories.UserFactory(admin=True)


@pytest.fixture
def client(admin: Any, client_of: Any) -> Client:
    signed_in: Client = client_of(admin)
    return signed_in


def address_of(person: Any) -> str:
    return reverse("cms_duties:hand_over", args=[person.pk])


def edited(client: Client, person: Any, **fields: Any) -> Any:
    """Send the edit form of an account."""
    data = {"email": person.email, "first_name": "Per", "last_name": "Persson", "function": "Utredare", "groups": []}
    return client.post(reverse("wagtailusers_users:edit", args=[person.pk]), data | fields)


def is_active(person: Any) -> bool:
    return User.objects.get(pk=person.pk).is_active


def responsible(page: Any) -> Any:
    return DialoguePage.objects.get(pk=page.pk).feedback_responsible


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


# The doors


def test_the_edit_form_refuses_names_what_is_open_and_leads_on(client: Client, leaving: Any) -> None:
    answer = edited(client, leaving)

    assert answer.status_code == 302
    assert answer.url == address_of(leaving)
    assert is_active(leaving)
    page = client.get(answer.url).content.decode()
    assert "Torget" in page
    assert "svarar för sådant som inte är klart" in page


def test_the_edit_form_still_changes_the_rest(client: Client, leaving: Any) -> None:
    edited(client, leaving, is_active="on", function="Planerare")

    assert User.objects.get(pk=leaving.pk).function == "Planerare"


def test_whoever_has_nothing_open_is_deactivated_in_the_form(client: Client, successor: Any) -> None:
    edited(client, successor)

    assert not is_active(successor)


def test_many_at_once_are_refused(client: Client, leaving: Any, successor: Any) -> None:
    address = reverse("wagtail_bulk_action", args=["cms_accounts", "user", "set_active_state"])
    query = f"?id={leaving.pk}&id={successor.pk}"

    answer = client.post(address + query, {"mark_as_active": "False"})

    assert answer.url == address_of(leaving)
    assert is_active(leaving)
    assert is_active(successor), "nobody of them is deactivated"


def test_many_at_once_can_be_activated(client: Client, leaving: Any) -> None:
    User.objects.filter(pk=leaving.pk).update(is_active=False)
    address = reverse("wagtail_bulk_action", args=["cms_accounts", "user", "set_active_state"])

    client.post(f"{address}?id={leaving.pk}", {"mark_as_active": "True"})

    assert is_active(leaving)


def test_deleting_is_refused_the_same_way(client: Client, leaving: Any) -> None:
    answer = client.post(reverse("wagtailusers_users:delete", args=[leaving.pk]))

    assert answer.url == address_of(leaving)
    assert is_active(leaving)


def test_many_at_once_are_not_deleted_either(client: Client, leaving: Any) -> None:
    client.post(reverse("wagtail_bulk_action", args=["cms_accounts", "user", "delete"]) + f"?id={leaving.pk}")

    assert is_active(leaving)


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
