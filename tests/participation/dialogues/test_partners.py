"""Partner administrations of one dialogue: they edit and sort it, its own administration publishes it."""

from typing import Any

import pytest
from wagtail.models import GroupPagePermission, Page

from cms.accounts.models import User
from cms.organisation.models import Administration, AdministrationRole
from cms.organisation.workspaces import open_workspace
from participation.contributions.rules import can_moderate, can_sort
from participation.feedback.actions import make_outcome
from participation.models import AdministrationSectionPage, DialoguePage
from participation.permissions import dialogues_open_to
from tests.factories import AdministrationFactory, DialogueFactory, UserFactory, translated
from tests.participation.editing.forms import edit_url, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(installed: Any) -> Administration:
    return with_room("Tekniska")


@pytest.fixture
def culture(owner: Administration) -> Administration:
    return with_room("Kultur")


@pytest.fixture
def dialogue(owner: Administration) -> DialoguePage:
    section = AdministrationSectionPage.objects.get(administration=owner, locale__language_code="sv")
    return DialogueFactory(parent=section, title="Parken")


def with_room(name: str) -> Administration:
    administration = AdministrationFactory(name=name, slug=name.lower())
    open_workspace(administration)
    return administration


def person_in(administration: Administration, role: str) -> Any:
    person = UserFactory()
    person.groups.add(AdministrationRole.objects.get(administration=administration, role=role).group)
    return person


def publish(page: DialoguePage, *partners: Administration) -> DialoguePage:
    page.partners = list(partners)
    page.save_revision(clean=False).publish()
    return DialoguePage.objects.get(pk=page.pk)


def rights_of(person: Any, page: Page) -> tuple[bool, bool, bool]:
    rights = page.permissions_for_user(User.objects.get(pk=person.pk))  # an account remembers its rights
    return rights.can_edit(), rights.can_publish(), rights.can_delete()


@pytest.mark.parametrize("role, edits", [("editor", True), ("publisher", True), ("moderator", False)])
def test_a_partners_editors_edit_and_sort_and_do_not_publish(
    dialogue: DialoguePage, culture: Administration, role: str, edits: bool
) -> None:
    person = person_in(culture, role)
    assert rights_of(person, dialogue) == (False, False, False)
    page = publish(dialogue, culture)
    assert rights_of(person, page)[:2] == (edits, False)
    assert can_sort(person, page) is edits and can_moderate(person, page) is False
    assert list(dialogues_open_to(person, "sort")) == ([page] if edits else [])


def test_the_owners_publishers_publish(dialogue: DialoguePage, owner: Administration, culture: Administration) -> None:
    page = publish(dialogue, culture)
    assert rights_of(person_in(owner, "publisher"), page)[:2] == (True, True)
    assert can_moderate(person_in(owner, "moderator"), page)


def test_a_partner_gets_nothing_but_the_dialogue(dialogue: DialoguePage, culture: Administration) -> None:
    other = DialogueFactory(parent=dialogue.get_parent().specific, title="Badet")
    page = publish(dialogue, culture)
    person = person_in(culture, "editor")
    assert rights_of(person, other) == (False, False, False)
    section = page.get_parent().permissions_for_user(person)
    assert not (section.can_add_subpage() or section.can_edit())


def test_the_rights_reach_every_language_and_what_stands_below(dialogue: DialoguePage, culture: Administration) -> None:
    english = translated(dialogue)
    page = publish(dialogue, culture)
    person = person_in(culture, "editor")
    outcome = make_outcome(page, person)
    assert rights_of(person, english)[:2] == rights_of(person, outcome)[:2] == (True, False)


def test_a_translation_that_appears_later_has_them_too(dialogue: DialoguePage, culture: Administration) -> None:
    english = translated(publish(dialogue, culture))
    person = person_in(culture, "editor")
    assert rights_of(person, english)[:2] == (True, False)
    publish(dialogue)
    assert rights_of(person, english)[:2] == (False, False)


def test_a_partner_in_a_draft_may_help_before_it_is_published(dialogue: DialoguePage, culture: Administration) -> None:
    dialogue.partners = [culture]
    dialogue.save_revision(clean=False)
    assert rights_of(person_in(culture, "editor"), dialogue)[:2] == (True, False)
    assert not DialoguePage.objects.get(pk=dialogue.pk).partners.exists()


def test_a_former_partner_has_nothing_left(dialogue: DialoguePage, culture: Administration) -> None:
    third = with_room("Social")
    page = publish(dialogue, culture, third)
    page = publish(page, third)
    assert rights_of(person_in(culture, "editor"), page) == (False, False, False)
    assert rights_of(person_in(third, "editor"), page)[:2] == (True, False)
    assert not can_sort(person_in(culture, "editor"), page)
    publish(page)
    assert not GroupPagePermission.objects.filter(page=page.pk).exists()


def test_saving_again_gives_nothing_twice(dialogue: DialoguePage, culture: Administration) -> None:
    publish(publish(dialogue, culture), culture)
    assert GroupPagePermission.objects.filter(page=dialogue.pk).count() == 4


def test_a_partner_whose_room_is_opened_later_gets_the_rights_then(dialogue: DialoguePage) -> None:
    late = AdministrationFactory(name="Social", slug="social")
    page = publish(dialogue, late)
    open_workspace(late)
    assert rights_of(person_in(late, "editor"), page)[:2] == (True, False)


def test_the_page_says_with_whom(dialogue: DialoguePage, culture: Administration, client: Any) -> None:
    page = publish(dialogue, culture, with_room("Social"))
    html = client.get(page.url).content.decode()
    assert "Tillsammans med" in html and "Kultur och Social" in html


# In the admin


def test_the_owner_chooses_partners_in_the_form(
    dialogue: DialoguePage, owner: Administration, culture: Administration, client_of: Any
) -> None:
    dialogue.save_revision(clean=False)
    send(client_of(person_in(owner, "editor")), dialogue, partners=[culture.pk])
    assert rights_of(person_in(culture, "editor"), dialogue)[:2] == (True, False)


def test_the_own_administration_and_ended_ones_are_not_offered(
    dialogue: DialoguePage, owner: Administration, culture: Administration, client_of: Any
) -> None:
    ended = AdministrationFactory(name="Gatukontoret", slug="gatukontoret", valid_to="2020-12-31")
    form = client_of(person_in(owner, "editor")).get(edit_url(dialogue)).context["form"]
    offered = set(form.fields["partners"].queryset)
    assert culture in offered and not {owner, ended} & offered


def test_a_partner_passes_nothing_on(dialogue: DialoguePage, culture: Administration, client_of: Any) -> None:
    third = with_room("Social")
    publish(dialogue, culture)
    client = client_of(person_in(culture, "editor"))
    send(client, dialogue, partners=[culture.pk, third.pk])
    assert rights_of(person_in(third, "editor"), dialogue) == (False, False, False)
    send(client, dialogue, partners=[])
    assert rights_of(person_in(culture, "editor"), dialogue)[:2] == (True, False)


def test_a_partner_cannot_publish_by_a_forged_action(dialogue: DialoguePage, culture: Administration, client_of: Any) -> None:
    publish(dialogue, culture)
    send(client_of(person_in(culture, "editor")), dialogue, "publish", title="Kapad")
    assert DialoguePage.objects.get(pk=dialogue.pk).title == "Parken"
