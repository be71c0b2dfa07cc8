"""Before every view of the admin: what somebody may not know of is not there, what they may not do is refused."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from cms.refusals import ActionRefused
from cms.tenancy.guard import refuse_strangers
from tests.factories import UserFactory


def asked(request: Any) -> None:
    refuse_strangers(request, request.resolver_match.kwargs)


def edit(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_the_own_page_is_let_through(request_of: Any, dag: Any, own_draft: Any) -> None:
    asked(request_of(dag, edit(own_draft)))


def test_a_draft_of_others_is_not_there(request_of: Any, dag: Any, foreign_draft: Any) -> None:
    with pytest.raises(Http404):
        asked(request_of(dag, edit(foreign_draft)))


def test_a_published_page_of_others_is_known_and_not_edited(request_of: Any, dag: Any, foreign_page: Any) -> None:
    with pytest.raises(PermissionDenied):
        asked(request_of(dag, edit(foreign_page)))
    asked(request_of(dag, reverse("wagtailadmin_choose_page_child", args=[foreign_page.pk])))


def test_the_explorer_goes_no_further_than_the_own_section(request_of: Any, dag: Any, site_tree: Any, theirs: Any) -> None:
    asked(request_of(dag, reverse("wagtailadmin_explore", args=[site_tree.index.pk])))
    with pytest.raises(PermissionDenied):
        asked(request_of(dag, reverse("wagtailadmin_explore", args=[theirs.pk])))


def test_nothing_is_put_below_a_page_of_others_or_of_nobody(request_of: Any, dag: Any, own_draft: Any, theirs: Any) -> None:
    words = set()
    for pk in (theirs.pk, 999_999):
        with pytest.raises(ActionRefused) as refused:
            asked(request_of(dag, reverse("wagtailadmin_pages:copy", args=[own_draft.pk]), {"new_parent_page": str(pk)}))
        words.add(str(refused.value))
    assert len(words) == 1, "a place of others and one that is not there are told alike"


def test_a_number_longer_than_any_is_not_there(request_of: Any, dag: Any) -> None:
    with pytest.raises(Http404):
        asked(request_of(dag, reverse("wagtailadmin_home") + "?id=" + "9" * 40))


def test_a_superuser_is_asked_nothing(request_of: Any, foreign_draft: Any) -> None:
    asked(request_of(UserFactory(admin=True), edit(foreign_draft)))


def test_whoever_may_not_enter_is_left_to_the_login(request_of: Any, astrid: Any, foreign_draft: Any) -> None:
    asked(request_of(astrid, edit(foreign_draft)))
