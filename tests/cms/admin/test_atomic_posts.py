"""Each POST of the admin is one transaction behind the second factor, and a refusal is shown where the editor was."""

from typing import Any

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse

from cms.admin import atomic_posts
from cms.admin.atomic_posts import atomic_post
from cms.organisation.models import Topic
from cms.refusals import ActionRefused
from cms.tenancy.known_pages import reader
from tests.factories import TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_of_astrid(rf: Any, astrid: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A POST of somebody who has shown the second factor and is let in everywhere."""
    monkeypatch.setattr(atomic_posts, "ask_for_second_factor", lambda request: None)
    monkeypatch.setattr(atomic_posts.kept_posts, "keep", lambda request: None)
    for module in (atomic_posts.guard, atomic_posts.translation_rights):
        monkeypatch.setattr(module, "refuse_strangers", lambda request, kwargs: None)
    request = rf.post("/admin/", headers={"Referer": "/admin/har/"})
    request.user = astrid
    request._messages = CookieStorage(request)
    return request


def refusing(request: Any) -> HttpResponse:
    """A view that writes, and then says no."""
    TopicFactory()
    raise ActionRefused("Det går inte.")


def test_a_refusal_writes_nothing_and_is_told_where_the_editor_was(request_of_astrid: Any) -> None:
    answer = atomic_post(refusing)(request_of_astrid)
    assert (answer.status_code, answer["Location"], Topic.objects.count()) == (302, "/admin/har/", 0)
    assert [str(message) for message in request_of_astrid._messages] == ["Det går inte."]


def test_a_program_is_told_in_json(request_of_astrid: Any) -> None:
    request_of_astrid.META["HTTP_ACCEPT"] = "application/json"
    answer = atomic_post(refusing)(request_of_astrid)
    assert answer.status_code == 409 and "errors" in answer.content.decode()


def test_without_the_second_factor_nothing_is_done(request_of_astrid: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = HttpResponse(status=302)
    monkeypatch.setattr(atomic_posts, "ask_for_second_factor", lambda request: asked)
    assert atomic_post(refusing)(request_of_astrid) is asked


def test_a_form_without_one_of_its_fields_is_a_bad_request(request_of_astrid: Any) -> None:
    with pytest.raises(BadRequest):
        atomic_post(lambda request: request.POST["missing"])(request_of_astrid)


def test_a_page_is_rendered_while_it_is_known_who_reads(request_of_astrid: Any, astrid: Any) -> None:
    seen = []

    class Page(SimpleTemplateResponse):
        """It notes who reads when it is rendered."""

        @property
        def rendered_content(self) -> str:
            seen.append(reader.get())
            return ""

    before = reader.get()
    assert atomic_post(lambda request: Page("any.html"))(request_of_astrid).is_rendered
    assert seen == [astrid] and reader.get() == before
