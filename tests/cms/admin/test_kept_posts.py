"""What is sent to the admin by somebody who is not let in is shown, and can be sent again."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cms.admin.kept_posts import words_of
from cms.organisation.models import Topic
from tests import factories
from tests.participation.editing.forms import edit_url, form_of

pytestmark = pytest.mark.django_db
As = Callable[[Any], Client]
QUESTION = "Hur ska torget\r\n se ut – om 10 år?"


def kept_form(response: Any) -> dict[str, Any]:
    """What the page would send again, and where."""
    assert response.status_code == 409, response.status_code
    form = BeautifulSoup(response.content.decode(), "html.parser").select_one("main form[method=post]")
    sent: dict[str, Any] = {}
    for field in form.select("input[type=hidden]"):
        sent.setdefault(field["name"], []).append(field["value"])
    return {"action": form["action"], "fields": sent}


@pytest.fixture
def written(site_tree: Any, dag: Any, client_of: As) -> tuple[Any, dict[str, Any]]:
    """A dialogue, and its form filled in by Dag before his session ended."""
    page = factories.DialogueFactory(parent=site_tree.section)
    form = form_of(client_of(dag), edit_url(page))
    form["question"] = QUESTION
    return page, dict(form.lists())


def test_a_page_sent_after_the_session_is_kept_whole_and_saved_when_sent_again(written: Any, dag: Any, client_of: As) -> None:
    page, form = written
    answer = Client().post(edit_url(page), form)
    kept = kept_form(answer)
    assert kept["action"] == edit_url(page)
    assert {name: values for name, values in kept["fields"].items() if name != "csrfmiddlewaretoken"} == {
        name: values for name, values in form.items() if name != "csrfmiddlewaretoken"
    }
    assert "no-store" in answer["Cache-Control"] and "Logga in i en ny flik" in answer.content.decode()
    again = client_of(dag).post(kept["action"], kept["fields"])
    assert again.status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().question.split() == QUESTION.split()


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/admin/snippets/cms_organisation/topic/add/", {"name": "Trafik", "slug": "trafik"}),
        ("/admin/settings/cms/siteidentity/2/", {"name": "Trelleborgs kommun"}),
        ("/admin/dialogues/new/", {"title": "Belysning i parken"}),
        ("/admin/collections/add/", {"name": "Möten"}),
        ("/admin/pages/1/workflow/action/approve/1/", {"comment": "Skriv om ingressen"}),
        ("/admin/invitations/new/", {"email": "ny@example.org"}),
    ],
)
def test_every_form_of_the_admin_is_kept(site_tree: Any, address: str, form: dict[str, str]) -> None:
    answer = Client().post(address, form)
    assert {name: values[0] for name, values in kept_form(answer)["fields"].items()}.items() >= form.items()
    assert Topic.objects.filter(name="Trafik").count() == 0


def test_passwords_are_not_shown_and_files_are_named(site_tree: Any) -> None:
    form = {
        "email": "ny@example.org",
        "password1": "hemligt-ord",
        "password2": "hemligt-ord",
        "avatar": SimpleUploadedFile("jag.png", b"x"),
    }
    answer = Client().post("/admin/users/add/", form)
    page = answer.content.decode()
    assert kept_form(answer)["fields"]["email"] == ["ny@example.org"]
    assert "hemligt-ord" not in page and "jag.png" in page and "Lösenord visas inte här" in page


def test_a_session_without_the_second_step_keeps_the_text(written: Any, dag: Any, client_with_password: As) -> None:
    page, form = written
    answer = client_with_password(dag).post(edit_url(page), form)
    assert kept_form(answer)["fields"]["question"] == [QUESTION]
    assert page.revisions.count() == 0


def test_somebody_else_without_a_right_to_the_admin_sees_which_account_it_is(written: Any, astrid: Any, client_of: As) -> None:
    page, form = written
    answer = client_of(astrid).post(edit_url(page), form)
    assert kept_form(answer)["fields"]["question"] == [QUESTION] and "/konto/logout/" in answer.content.decode()


def test_a_form_drawn_before_the_login_is_kept_with_a_new_token(written: Any, dag: Any, client_of: As) -> None:
    page, form = written
    client = client_of(dag)
    client.handler.enforce_csrf_checks = True
    answer = client.post(edit_url(page), form)
    kept = kept_form(answer)
    assert kept["fields"]["question"] == [QUESTION] and dag.get_full_name() in answer.content.decode()
    assert client.post(kept["action"], kept["fields"]).status_code == 302
    assert page.revisions.count() == 1


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}])
def test_a_strangers_page_fills_in_no_form(written: Any, dag: Any, client_of: As, headers: dict[str, str]) -> None:
    client = client_of(dag)
    client.handler.enforce_csrf_checks = True
    answer = client.post(edit_url(written[0]), written[1], headers=headers)
    assert answer.status_code == 403 and "se ut" not in answer.content.decode()


@pytest.mark.parametrize("headers", [{"Accept": "application/json"}, {"X-Requested-With": "XMLHttpRequest"}])
def test_a_script_is_told_in_json(written: Any, headers: dict[str, str]) -> None:
    answer = Client().post(edit_url(written[0]), written[1], headers=headers)
    assert (answer.status_code, answer.json()["error_code"]) == (401, "signed_out")


def test_where_nothing_was_written_the_way_leads_to_the_login(site_tree: Any) -> None:
    assert "/admin/login/" in Client().post("/admin/logout/", {"next": "/"})["Location"]
    assert Client().get("/admin/pages/").status_code == 302


def test_it_speaks_the_browsers_language(written: Any) -> None:
    answer = Client().post(edit_url(written[0]), written[1], headers={"Accept-Language": "en"})
    assert "Log in in a new tab" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("title", "Torget", "Torget"),
        ("background", '{"blocks": [{"text": "Ett"}, {"text": ""}, {"text": "Två"}], "entityMap": {}}', "Ett\nTvå"),
        ("phases-TOTAL_FORMS", "x3", ""),
        ("action-publish", "Publicera", ""),
        ("live", "on", ""),
        ("place", "12", ""),
        ("tags", "[1, 2]", ""),
        ("words", '"citat"', "citat"),
        ("broken", '{"blocks": [1, null]}', ""),
    ],
)
def test_what_people_wrote_is_shown_for_reading(name: str, value: str, words: str) -> None:
    assert words_of(name, value) == words
