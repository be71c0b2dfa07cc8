"""What can be found is written down: one version more for what has changed, and nothing is kept of what is taken back."""

from typing import Any

import pytest

from cms.organisation.models import TargetGroup
from cms.outbox.models import Job
from cms.search.models import SearchDocument, SearchFacetValue, SearchTerm
from cms.search.registry import Findable, findables
from cms.search.writing import forget_kind, write_documents
from participation.search.pages import DIALOGUE
from tests.factories import ContributionFactory, TargetGroupFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(groups: Findable) -> TargetGroup:
    made = TargetGroupFactory(name="Barn", slug="barn", helps="Lekplats <b>vid</b> skolan")
    write_documents(groups, [made.pk])
    return made


def document() -> SearchDocument:
    return SearchDocument.objects.get(kind="test.groups")


def change(row: TargetGroup, **fields: Any) -> None:
    TargetGroup.objects.filter(pk=row.pk).update(**fields)


def test_words_facets_and_terms_are_stored(row: TargetGroup) -> None:
    written = document()
    assert (written.title, written.version, written.audience, written.title_words.strip()) == ("Barn", 1, "public", "barn")
    assert SearchTerm.objects.filter(document=written, term__startswith="sv/").exists()
    assert dict(SearchFacetValue.objects.filter(document=written).values_list("name", "value")) == {"letters": "4", "type": "test.groups"}


def test_only_what_has_changed_gets_a_version_more(row: TargetGroup, groups: Findable) -> None:
    assert write_documents(groups, [row.pk, row.pk]) == [] and document().version == 1
    change(row, name="Unga")
    assert write_documents(groups, [row.pk]) == [document().pk]
    assert (document().version, document().title_words.strip()) == (2, "unga")
    assert not SearchTerm.objects.filter(term="sv/barn").exists()


def test_what_is_taken_back_is_emptied_and_comes_back_whole(row: TargetGroup, groups: Findable) -> None:
    number, name = row.pk, row.name
    row.delete()
    write_documents(groups, [number])
    gone = document()
    assert (gone.audience, gone.title, gone.text, gone.facets, gone.version) == ("removed", "", "", {}, 2) and gone.removed_at
    assert not SearchTerm.objects.exists() and not SearchFacetValue.objects.exists()
    assert write_documents(groups, [number]) == [], "once"
    TargetGroupFactory(pk=number, name=name, slug="barn")
    write_documents(groups, [number])
    assert (document().audience, document().title, document().removed_at, document().version) == ("public", "Barn", None, 3)


def test_what_depends_on_a_thing_is_written_by_a_job(site_tree: Any) -> None:
    given = ContributionFactory()
    Job.objects.all().delete()
    dialogues = findables.get(DIALOGUE)
    assert dialogues is not None
    write_documents(dialogues, [given.dialogue_id])
    told = [job.payload for job in Job.objects.filter(kind="search.write")]
    assert {"kind": "participation.contribution", "pks": [given.pk]} in told


def test_a_kind_is_forgotten_whole(row: TargetGroup) -> None:
    assert (forget_kind("test.groups"), forget_kind("test.groups")) == (1, 0)
    assert document().audience == "removed" and document().title == ""
