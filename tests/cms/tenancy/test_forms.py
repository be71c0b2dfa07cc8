"""Forms of the admin that are made by hand and lack what their view reads are bad requests, not errors."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import BadRequest
from django.http import Http404
from django.test import RequestFactory

from cms.tenancy.forms import NEEDED, refuse_incomplete


def sent(view: str, form: dict[str, str] | None = None, method: str = "post") -> Any:
    request = getattr(RequestFactory(), method)("/admin/", form or {})
    request.resolver_match = SimpleNamespace(view_name=view)
    return request


@pytest.mark.parametrize(("view", "field"), NEEDED.items())
def test_a_form_without_its_field_is_a_bad_request(view: str, field: str) -> None:
    with pytest.raises(BadRequest, match=field):
        refuse_incomplete(sent(view))
    refuse_incomplete(sent(view, {field: "x"}))
    refuse_incomplete(sent(view, method="get"))


def test_no_chooser_makes_rows() -> None:
    with pytest.raises(Http404):
        refuse_incomplete(sent("wagtailsnippetchoosers_cms_organisation_topic:create"))
    refuse_incomplete(sent("wagtailsnippetchoosers_cms_organisation_topic:choose"))


def test_other_forms_are_left_alone() -> None:
    refuse_incomplete(sent("wagtailadmin_pages:edit"))
