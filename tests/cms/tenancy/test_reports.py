"""Wagtail's reports and choosers name only pages that the reader may know of."""

from typing import Any

import pytest
from django.urls import reverse

from cms.tenancy.reports import count_for_those_who_see_all
from tests.factories import OutcomeFactory, UserFactory


def test_the_report_of_page_types_names_no_draft_of_others(client_of: Any, dag: Any, foreign_draft: Any) -> None:
    foreign_draft.save_revision()
    address = "/admin/reports/page-types-usage/"
    assert foreign_draft.title in client_of(UserFactory(admin=True)).get(address).content.decode()
    answer = client_of(dag).get(address)
    assert answer.status_code == 200
    assert foreign_draft.title not in answer.content.decode()


def test_pages_chosen_by_their_ids_are_known_ones(client_of: Any, dag: Any, own_draft: Any, foreign_draft: Any) -> None:
    address = f"/admin/choose-page/chosen-multiple/?id={own_draft.pk}&id={foreign_draft.pk}&id=x"
    answer = client_of(dag).get(address).json()
    assert [page["adminTitle"] for page in answer["result"]] == [own_draft.title]


def test_the_chooser_begins_at_a_page_that_is_known(client_of: Any, dag: Any, site_tree: Any, foreign_draft: Any) -> None:
    OutcomeFactory(dialogue=foreign_draft, draft=True)
    answer = client_of(dag).get("/admin/choose-page/?page_type=participation.outcomepage")
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("wagtailadmin_choose_page_child", args=[foreign_draft.get_parent().pk]))


def test_the_chooser_of_no_page_type_is_not_there(client_of: Any, dag: Any) -> None:
    assert client_of(dag).get("/admin/choose-page/?page_type=nothing.nothing").status_code == 404


@pytest.mark.parametrize("address", ["/admin/failwhale/", "/admin/test404/"])
def test_wagtails_error_pages_cannot_be_tried_out(client_of: Any, dag: Any, address: str) -> None:
    assert client_of(dag).get(address).status_code == 404


def test_numbers_of_the_whole_site_are_for_those_who_see_all_of_it(rf: Any, dag: Any) -> None:
    for person, left in ((dag, []), (UserFactory(admin=True), ["pages"])):
        request, items = rf.get("/admin/"), ["pages"]
        request.user = person
        count_for_those_who_see_all(request, items)
        assert items == left
