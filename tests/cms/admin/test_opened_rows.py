"""What is sent from an old state of a row never replaces a newer one unseen: topics, settings, accounts, groups, workflows, themes."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupPagePermission, Workflow
from wagtail.test.utils.form_data import querydict_from_html

from cms.accounts.models import User
from cms.admin.kept_posts import OPENED
from cms.media.models import SiteImage
from cms.models import SiteIdentity
from cms.organisation.models import Body, Topic
from tests import factories
from tests.cms.media.files import picture

pytestmark = pytest.mark.django_db
As = Callable[[Any], Client]


@pytest.fixture
def admin(client_of: As, site_tree: Any) -> Client:
    return client_of(factories.UserFactory(admin=True, email="ada@example.org", first_name="Ada", last_name="Ek"))


@pytest.fixture
def other(client_of: As, site_tree: Any) -> Client:
    return client_of(factories.UserFactory(admin=True, email="eva@example.org", first_name="Eva", last_name="Ask"))


def edit_url(row: Any) -> str:
    """Where a row is changed."""
    if isinstance(row, User):
        return f"/admin/users/edit/{row.pk}/"
    if isinstance(row, Group):
        return reverse("wagtailusers_groups:edit", args=[row.pk])
    if isinstance(row, SiteIdentity):
        return reverse("wagtailsettings:edit", args=["cms", "siteidentity", row.site_id])
    if isinstance(row, Workflow):
        return reverse("wagtailadmin_workflows:edit", args=[row.pk])
    if isinstance(row, Collection):
        return reverse("wagtailadmin_collections:edit", args=[row.pk])
    if isinstance(row, SiteImage):
        return reverse("wagtailimages:edit", args=[row.pk])
    return reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])


def opened(client: Client, url: str, **changes: Any) -> dict[str, Any]:
    """What a browser would send from the form as it is now, with changes."""
    html = client.get(url).content.decode()
    return sent_again(html, **changes)


def sent_again(html: str, **changes: Any) -> dict[str, Any]:
    """What a browser would send from a page that holds one large form."""
    page = BeautifulSoup(html, "html.parser")
    form = max(page.select("form[method=post i]"), key=lambda form: len(form.select("input, textarea, select")))
    data = querydict_from_html(f"<html><body>{form}</body></html>")
    for choice in form.select("select[multiple]"):
        data.setlist(choice["name"], [option["value"] for option in choice.select("option[selected]")])
    for box in form.select("input[type=checkbox][checked]:not([value])"):
        data[box["name"]] = "on"
    return {name: values for name, values in data.lists() if not name.startswith("action-")} | changes


def errors_in(answer: HttpResponse) -> str:
    return " ".join(message.get_text(" ") for message in BeautifulSoup(answer.content.decode(), "html.parser").select(".messages .error"))


CASES: dict[str, tuple[Callable[[], Any], str]] = {
    "topic": (factories.TopicFactory, "name"),
    "body": (factories.BodyFactory, "contact"),
    "setting": (lambda: SiteIdentity.for_site(factories.Site.objects.get()), "tagline"),
    "account": (lambda: factories.UserFactory(staff=True, email="bo@example.org", first_name="Bo", last_name="Ny"), "function"),
    "group": (lambda: Group.objects.create(name="Läsare"), "name"),
    "collection": (lambda: Collection.get_first_root_node().add_child(name="Torget"), "name"),
    "image": (lambda: SiteImage.objects.create(title="Torget", description="Ett torg", file=ContentFile(picture(), name="a.jpg")), "title"),
    "workflow": (lambda: Workflow.objects.create(name="Två läser"), "name"),
}

WITHOUT_LOG = {"collection"}  # Wagtail writes down nobody


@pytest.mark.parametrize("kind", CASES)
def test_the_later_form_is_asked_once_with_everything_kept(admin: Client, other: Client, kind: str) -> None:
    make, field = CASES[kind]
    row = make()
    url = edit_url(row)
    mine = opened(admin, url, **{field: "Mitt ord"})
    assert other.post(url, opened(other, url, **{field: "Evas ord"})).status_code == 302
    answer = admin.post(url, mine)
    row.refresh_from_db()
    assert answer.status_code == 409 and getattr(row, field) == "Evas ord"
    html = answer.content.decode()
    assert "Mitt ord" in html and ("Eva Ask" in errors_in(answer) or kind in WITHOUT_LOG)
    assert admin.post(url, sent_again(html)).status_code == 302
    row.refresh_from_db()
    assert getattr(row, field) == "Mitt ord"


def test_ones_own_other_window_is_another_editor_too(admin: Client) -> None:
    topic = factories.TopicFactory()
    first, second = (opened(admin, edit_url(topic), name=name) for name in ("Ett", "Två"))
    assert admin.post(edit_url(topic), first).status_code == 302
    answer = admin.post(edit_url(topic), second)
    assert answer.status_code == 409 and "i ett annat fönster" in errors_in(answer)


def test_what_a_program_changed_counts_too(admin: Client) -> None:
    topic = factories.TopicFactory()
    mine = opened(admin, edit_url(topic), name="Mitt ord")
    Topic.objects.filter(pk=topic.pk).update(name="Från registret")
    assert admin.post(edit_url(topic), mine).status_code == 409


def test_a_login_and_an_error_of_ones_own_are_no_change(admin: Client, client_of: As) -> None:
    account = factories.UserFactory(staff=True, email="bo@example.org", first_name="Bo", last_name="Ny")
    mine = opened(admin, edit_url(account), function="Mitt ord", first_name="")
    client_of(account)
    answer = admin.post(edit_url(account), mine)
    assert answer.status_code == 200
    assert admin.post(edit_url(account), sent_again(answer.content.decode(), first_name="Bo")).status_code == 302


def test_rights_of_a_group_are_part_of_it(admin: Client, site_tree: Any) -> None:
    group = Group.objects.create(name="Läsare")
    mine = opened(admin, edit_url(group))
    GroupPagePermission.objects.create(group=group, page=site_tree.section, permission_type="add")
    assert admin.post(edit_url(group), mine).status_code == 409


def test_a_chosen_list_is_compared(admin: Client, other: Client) -> None:
    body, heir = factories.BodyFactory(), factories.BodyFactory()
    mine = opened(admin, edit_url(body), contact="Mitt ord")
    assert other.post(edit_url(body), opened(other, edit_url(body), successors=[str(heir.pk)])).status_code == 302
    assert admin.post(edit_url(body), mine).status_code == 409
    assert list(Body.objects.get(pk=body.pk).successors.all()) == [heir]


@pytest.mark.parametrize("token", ["", "påhittad"])
def test_what_nobody_can_read_is_asked_about(admin: Client, token: str) -> None:
    topic = factories.TopicFactory()
    assert admin.post(edit_url(topic), opened(admin, edit_url(topic), name="Ett") | {OPENED: token}).status_code == 409


def test_a_form_of_our_own_asks_too(admin: Client, other: Client, site_tree: Any) -> None:
    theme = factories.ThemeFactory(dialogue=factories.DialogueFactory(parent=site_tree.section))
    url = reverse("participation_feedback:theme_edit", args=[theme.dialogue_id, theme.pk])
    mine = opened(admin, url, title="Mitt ord")
    assert other.post(url, opened(other, url, title="Evas ord")).status_code == 302
    answer = admin.post(url, mine)
    theme.refresh_from_db()
    assert (answer.status_code, theme.title) == (409, "Evas ord") and "Mitt ord" in answer.content.decode()
    assert admin.post(url, sent_again(answer.content.decode())).status_code == 302
