"""Many at once: one that is not yours refuses them all."""

from typing import Any

import pytest
from django.http import Http404
from django.urls import reverse

from cms.refusals import ActionRefused
from cms.tenancy.bulk import refuse_foreign
from tests.factories import ContributionFactory


def publishing(*pages: Any, model: str = "page", action: str = "publish") -> str:
    return reverse("wagtail_bulk_action", args=["wagtailcore", model, action]) + "?" + "&".join(f"id={page.pk}" for page in pages)


def asked(request: Any) -> None:
    refuse_foreign(request, request.resolver_match.kwargs)


def test_the_own_ones_are_let_through(request_of: Any, dag: Any, own_draft: Any) -> None:
    asked(request_of(dag, publishing(own_draft)))


def test_one_of_others_refuses_them_all(request_of: Any, dag: Any, own_draft: Any, foreign_draft: Any) -> None:
    with pytest.raises(ActionRefused) as refused:
        asked(request_of(dag, publishing(own_draft, foreign_draft)))
    assert foreign_draft.title not in str(refused.value)


@pytest.mark.parametrize("unknown", [{"model": "nothing"}, {"action": "nothing"}])
def test_what_does_not_exist_is_not_there(request_of: Any, dag: Any, own_draft: Any, unknown: dict[str, str]) -> None:
    with pytest.raises(Http404):
        asked(request_of(dag, publishing(own_draft, **unknown)))


def test_other_views_are_not_asked(request_of: Any, dag: Any, foreign_draft: Any) -> None:
    asked(request_of(dag, reverse("wagtailadmin_pages:edit", args=[foreign_draft.pk])))


def test_actions_that_guard_themselves_are_left_to_it(request_of: Any, dag: Any, foreign_page: Any) -> None:
    row = ContributionFactory(dialogue=foreign_page)
    asked(request_of(dag, reverse("wagtail_bulk_action", args=["participation", "contribution", "hide"]) + f"?id={row.pk}"))
