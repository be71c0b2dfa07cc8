"""Which pages a person may know of: the own ones and those above them, and what is published."""

from typing import Any

from cms.tenancy.known_pages import explorable_pages, known_pages, reader, title_for_reader, works_with
from tests.factories import UserFactory


def test_drafts_of_others_are_not_known(dag: Any, own_draft: Any, foreign_draft: Any, foreign_page: Any) -> None:
    known = set(known_pages(dag).values_list("pk", flat=True))
    assert own_draft.pk in known and foreign_page.pk in known
    assert foreign_draft.pk not in known


def test_the_explorer_shows_the_way_down_to_the_own_pages(dag: Any, site_tree: Any, own_draft: Any, foreign_page: Any) -> None:
    shown = set(explorable_pages(dag).values_list("pk", flat=True))
    assert {site_tree.index.pk, site_tree.section.pk, own_draft.pk} <= shown
    assert foreign_page.pk not in shown


def test_whoever_edits_nothing_explores_nothing(astrid: Any, own_draft: Any, foreign_page: Any) -> None:
    assert not explorable_pages(astrid).exists()
    assert known_pages(astrid).filter(pk=foreign_page.pk).exists()
    assert not known_pages(astrid).filter(pk=own_draft.pk).exists()


def test_a_superuser_knows_every_page(foreign_draft: Any) -> None:
    assert known_pages(UserFactory(admin=True)).filter(pk=foreign_draft.pk).exists()


def test_an_editor_works_with_pages_of_the_own_section_only(dag: Any, own_draft: Any, foreign_page: Any) -> None:
    assert works_with(own_draft, dag)
    assert not works_with(foreign_page, dag)


def test_the_title_of_a_draft_is_told_to_those_who_work_with_it(dag: Any, own_draft: Any, foreign_page: Any) -> None:
    assert title_for_reader(foreign_page, "Ny hemlig titel") == "Ny hemlig titel", "nobody reads the admin"
    token = reader.set(dag)
    try:
        assert title_for_reader(own_draft, "Ny titel") == "Ny titel"
        assert title_for_reader(foreign_page, "Ny hemlig titel") == "Öppen hamnplan"
    finally:
        reader.reset(token)
