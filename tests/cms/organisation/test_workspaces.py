"""An administration's workspace: its section, groups, collection and workflow, and what each role may do there."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Collection, GroupApprovalTask, GroupPagePermission, Page, Workflow, WorkflowPage

from cms.media.models import SiteDocument
from cms.organisation.models import Administration, AdministrationRole
from cms.organisation.roles import Role, administrations_of, coordinator_group, has_role, moderators_of, people_in
from cms.organisation.staff import STAFF_GROUP
from cms.organisation.workspaces import open_workspace
from cms.setup import setup_site
from participation.contributions.rules import can_moderate, can_sort
from participation.models import AdministrationSectionPage, DialoguePage
from tests.factories import AdministrationFactory, ContributionFactory, DialogueFactory, UserFactory, editors_of
from tests.participation.editing.forms import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def technical(installed):
    administration = AdministrationFactory(name="Tekniska", name_en="Technical", slug="tekniska")
    open_workspace(administration)
    return administration


@pytest.fixture
def person_as(technical):
    """A member of a role's group."""

    def make(role, administration=technical):
        person = UserFactory()
        person.groups.add(AdministrationRole.objects.get(administration=administration, role=role).group)
        return person

    return make


def sections(administration):
    rows = AdministrationSectionPage.objects.filter(administration=administration)
    return {page.locale.language_code: page for page in rows.select_related("locale")}


def test_a_workspace_is_a_section_in_every_language_three_groups_and_a_collection(technical):
    found = sections(technical)
    assert {code: (page.title, page.live) for code, page in found.items()} == {"sv": ("Tekniska", True), "en": ("Technical", True)}
    assert set(technical.roles.values_list("role", "group__name")) == {
        ("editor", "Tekniska – redaktörer"),
        ("publisher", "Tekniska – publicister"),
        ("moderator", "Tekniska – moderatorer"),
    }
    assert technical.collection.name == "Tekniska" and technical.collection.get_parent().is_root()


def test_opening_again_changes_nothing(technical):
    def counts():
        models = (Page, Group, Collection, GroupPagePermission, AdministrationRole, Workflow, GroupApprovalTask, WorkflowPage)
        return [model.objects.count() for model in models]

    before = counts()
    open_workspace(technical)
    setup_site()
    assert counts() == before


@pytest.mark.parametrize("role, edits, publishes", [("editor", True, False), ("publisher", True, True), ("moderator", False, False)])
def test_what_a_role_may_do_with_pages_in_its_section_and_nowhere_else(technical, person_as, role, edits, publishes):
    other = AdministrationFactory(name="Kultur", slug="kultur")
    open_workspace(other)
    person = person_as(role)
    for page in sections(technical).values():
        rights = page.permissions_for_user(person)
        assert (rights.can_add_subpage(), rights.can_edit(), rights.can_publish()) == (edits, edits, publishes)
    for page in sections(other).values():
        rights = page.permissions_for_user(person)
        assert not (rights.can_add_subpage() or rights.can_edit() or rights.can_publish())


def test_files_of_another_administration_are_not_theirs(technical, person_as, client_of):
    other = AdministrationFactory(name="Kultur", slug="kultur")
    open_workspace(other)
    own = SiteDocument.objects.create(title="Eget", file="a.txt", collection=technical.collection)
    foreign = SiteDocument.objects.create(title="Hemligt", file="b.txt", collection=other.collection)
    client = client_of(person_as("editor"))
    assert client.get(reverse("wagtaildocs:edit", args=[own.pk])).status_code == 200
    assert client.get(reverse("wagtaildocs:edit", args=[foreign.pk])).status_code == 302
    listing = client.get(reverse("wagtaildocs:index")).content.decode()
    assert "Eget" in listing and "Hemligt" not in listing


@pytest.mark.parametrize("role, sorts, moderates", [("editor", True, False), ("publisher", True, False), ("moderator", False, True)])
def test_the_role_decides_who_moderates_and_who_sorts(technical, person_as, role, sorts, moderates):
    other = AdministrationFactory(name="Kultur", slug="kultur")
    open_workspace(other)
    own, foreign = (DialogueFactory(parent=sections(administration)["sv"]) for administration in (technical, other))
    person = person_as(role)
    assert (can_sort(person, own), can_moderate(person, own)) == (sorts, moderates)
    assert (can_sort(person, foreign), can_moderate(person, foreign)) == (False, False)


def test_coordinators_moderate_everywhere(technical):
    coordinator = UserFactory()
    coordinator.groups.add(coordinator_group())
    assert can_moderate(coordinator, DialogueFactory())


def test_a_deactivated_moderator_moderates_no_more(technical, person_as):
    person = person_as("moderator")
    assert list(moderators_of(technical)) == [person]
    person.is_active = False
    person.save()
    assert not can_moderate(person, DialogueFactory(parent=sections(technical)["sv"]))
    assert not moderators_of(technical).exists() and not has_role(person, technical) and not administrations_of(person).exists()


def test_who_is_what_where(technical, person_as):
    editor, publisher = person_as("editor"), person_as("publisher")
    assert list(administrations_of(editor)) == [technical] and not administrations_of(editor, Role.PUBLISHER)
    assert set(people_in(technical)) == {editor, publisher}
    assert has_role(editor, technical, "editor") and not has_role(editor, technical, "publisher") and not has_role(editor, None)


def test_whoever_gets_a_role_is_staff_and_stays_it(technical, person_as):
    person = person_as("moderator")
    assert person.groups.filter(name=STAFF_GROUP).exists()
    person.groups.set([AdministrationRole.objects.get(administration=technical, role="moderator").group])
    assert person.groups.filter(name=STAFF_GROUP).exists()
    other = UserFactory()
    AdministrationRole.objects.get(administration=technical, role="editor").group.user_set.add(other)
    assert other.groups.filter(name=STAFF_GROUP).exists()


def test_a_translation_that_appears_later_gets_the_same_rights(technical, person_as):
    sections(technical)["en"].delete()
    open_workspace(technical)
    rights = sections(technical)["en"].permissions_for_user(person_as("editor"))
    assert rights.can_edit() and not rights.can_publish()
    assert sections(technical)["en"].get_workflow() == sections(technical)["sv"].get_workflow()


def test_a_translated_section_made_by_hand_gets_the_same_rights(technical, person_as):
    sections(technical)["en"].delete()
    english = sections(technical)["sv"].copy_for_translation(Page.objects.get(slug="dialogues").locale)
    assert english.permissions_for_user(person_as("editor")).can_edit()


def rename(administration, **names):
    Administration.objects.filter(pk=administration.pk).update(**names)
    administration.refresh_from_db()
    open_workspace(administration)


def test_a_new_name_reaches_everything_that_bore_the_old_one(technical):
    rename(technical, name="Gator och parker", name_en="Streets and parks")
    assert {page.title for page in sections(technical).values()} == {"Gator och parker", "Streets and parks"}
    assert {page.get_latest_revision_as_object().title for page in sections(technical).values()} == {
        "Gator och parker",
        "Streets and parks",
    }
    assert technical.collection.name == "Gator och parker"
    assert technical.roles.get(role="editor").group.name == "Gator och parker – redaktörer"
    assert Workflow.objects.filter(name="Gator och parker – publicister").exists()
    assert sections(technical)["sv"].slug == "tekniska"


def test_a_new_name_leaves_what_people_have_named_themselves(technical):
    page = sections(technical)["sv"]
    page.title = "Vi som sköter gatorna"
    page.save_revision().publish()
    Group.objects.filter(name="Tekniska – redaktörer").update(name="Gatans folk")
    Collection.objects.filter(name="Tekniska").update(name="Bilder från gatan")
    technical.refresh_from_db()
    rename(technical, name="Gator och parker")
    assert sections(technical)["sv"].title == "Vi som sköter gatorna"
    assert technical.roles.get(role="editor").group.name == "Gatans folk" and technical.collection.name == "Bilder från gatan"


def test_an_unpublished_title_is_nobody_elses_to_publish(technical):
    page = sections(technical)["sv"]
    page.title = "Ett namn på gång"
    page.save_revision()
    rename(technical, name="Gator och parker")
    assert sections(technical)["sv"].title == "Tekniska" and sections(technical)["sv"].has_unpublished_changes


def test_a_group_of_the_same_name_is_not_taken_over(technical):
    stranger = UserFactory()
    stranger.groups.add(Group.objects.create(name="Kultur – redaktörer"))
    other = AdministrationFactory(name="Kultur", slug="kultur")
    open_workspace(other)
    assert other.roles.get(role="editor").group.name == "Kultur – redaktörer 2"
    assert not has_role(stranger, other)


def test_a_long_name_is_shortened(technical):
    other = AdministrationFactory(name="Å" * 160, slug="lang")
    open_workspace(other)
    assert all(len(role.group.name) <= 150 for role in other.roles.all())


def test_a_workspace_stays_when_the_administration_has_ended(technical, person_as):
    editor = person_as("editor")
    Administration.objects.filter(pk=technical.pk).update(valid_to="2020-12-31")
    setup_site()
    assert sections(technical)["sv"].live and sections(technical)["sv"].permissions_for_user(editor).can_edit()


def test_setup_opens_workspaces_that_are_missing_and_moves_the_old_group(installed):
    administration = AdministrationFactory(name="Kultur", slug="kultur")
    ended = AdministrationFactory(name="Gatukontoret", slug="gatukontoret", valid_to="2020-12-31")
    section = AdministrationSectionPage(title="Kultur", slug="kultur", administration=administration)
    Page.objects.get(slug="dialoger").add_child(instance=section)
    dag = UserFactory()
    editors_of(section, dag, name="Redaktörer Kultur", rights=("change_page", "publish_page", "add_page"))
    setup_site()
    assert all(has_role(dag, administration, role) for role in Role)
    assert not Group.objects.filter(name="Redaktörer Kultur").exists()
    assert AdministrationSectionPage.objects.filter(administration=administration, locale__language_code="sv").count() == 1
    assert not ended.roles.exists() and not ended.sections.exists()


def test_what_editors_send_goes_to_their_publishers_and_to_coordinators_while_there_are_none(technical, person_as):
    workflow = sections(technical)["sv"].get_workflow()
    assert sections(technical)["en"].get_workflow() == workflow
    task = workflow.tasks.get().specific
    assert {group.name for group in task.groups.all()} == {"Tekniska – publicister", "Samordnare"}
    publisher = person_as("publisher")
    assert {group.name for group in task.groups.all()} == {"Tekniska – publicister"}
    publisher.groups.clear()
    setup_site()
    assert {group.name for group in task.groups.all()} == {"Tekniska – publicister", "Samordnare"}


def test_a_coordinator_opens_a_workspace_by_making_the_administration(client_of, installed):
    coordinator = UserFactory()
    coordinator.groups.add(coordinator_group())
    data = {"name": "Kultur", "name_en": "Culture", "slug": "kultur", "kind": "administration"}
    client = client_of(coordinator)
    assert client.post(reverse(Administration.snippet_viewset.get_url_name("add")), data).status_code == 302
    administration = Administration.objects.get(slug="kultur")
    assert set(sections(administration)) == {"sv", "en"} and administration.roles.count() == 3
    edit = reverse(Administration.snippet_viewset.get_url_name("edit"), args=[administration.pk])
    assert client.post(edit, data | {"name": "Kultur och fritid"}).status_code == 302
    assert sections(administration)["sv"].title == "Kultur och fritid"


def test_an_editor_sends_and_the_administrations_publisher_publishes(technical, person_as, client_of):
    editor, publisher, page = person_as("editor"), person_as("publisher"), DialogueFactory(parent=sections(technical)["sv"], draft=True)
    send(client_of(editor), page, "publish")
    assert not DialoguePage.objects.get(pk=page.pk).live
    assert send(client_of(editor), page, "submit").status_code == 302
    state = DialoguePage.objects.get(pk=page.pk).current_workflow_task_state
    assert state.task.specific.user_can_access_editor(page, publisher)
    action = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    client_of(person_as("moderator")).post(action, {"comment": ""})
    assert not DialoguePage.objects.get(pk=page.pk).live
    client_of(publisher).post(action, {"comment": ""})
    assert DialoguePage.objects.get(pk=page.pk).live


def elsewhere():
    other = AdministrationFactory(name="Kultur", slug="kultur")
    open_workspace(other)
    return sections(other)["sv"]


def test_a_moderator_works_with_contributions_and_with_no_page(technical, person_as, client_of):
    own, foreign = ContributionFactory(dialogue__parent=sections(technical)["sv"]), ContributionFactory(dialogue__parent=elsewhere())
    client = client_of(person_as("moderator"))
    listing = client.get(reverse("participation_contributions:list")).content.decode()
    assert own.text in listing and foreign.text not in listing
    assert reverse("participation_contributions:list") in client.get("/admin/").content.decode()
    hide = reverse("wagtail_bulk_action", args=["participation", "contribution", "hide"])
    client.post(f"{hide}?id={own.pk}", {"reason": "threat", "note": ""})
    client.post(f"{hide}?id={foreign.pk}", {"reason": "threat", "note": ""})
    own.refresh_from_db()
    foreign.refresh_from_db()
    assert (own.state, foreign.state) == ("hidden", "published")
    assert client.get(reverse("wagtailadmin_pages:edit", args=[own.dialogue_id])).status_code == 403
