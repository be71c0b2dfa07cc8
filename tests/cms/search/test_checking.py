"""What is written down is compared with the things themselves, and repaired."""

import pytest

from cms.organisation.models import TargetGroup
from cms.search.checking import check_all, check_documents, forget_strangers, forget_words, next_things
from cms.search.models import SearchDocument, SearchWord
from cms.search.registry import Findable, findables
from cms.search.writing import write_documents
from tests.factories import TargetGroupFactory

pytestmark = pytest.mark.django_db

KIND = "test.groups"


@pytest.fixture
def row(groups: Findable) -> TargetGroup:
    """A target group that is written down."""
    made = TargetGroupFactory(name="Kanariefolk", slug="kanarie")
    write_documents(groups, [made.pk])
    return made


def test_what_differs_is_written_anew_and_told(row: TargetGroup) -> None:
    check_documents()
    TargetGroup.objects.filter(pk=row.pk).update(name="Sparvfolk")
    drift = check_all()
    assert (drift.documents, drift.total, SearchDocument.objects.get(kind=KIND).title) == ({KIND: 1}, 1, "Sparvfolk")
    assert check_documents() == {}


def test_a_document_whose_thing_is_gone_is_found_and_removed(row: TargetGroup, groups: Findable) -> None:
    number = row.pk
    row.delete()
    assert next_things(groups, 0) == [number] and next_things(groups, number) == []
    seen: list[tuple[str, int]] = []
    check_documents(lambda kind, count: seen.append((kind, count)))
    assert SearchDocument.objects.get(kind=KIND).audience == "removed" and (KIND, 1) in seen


def test_a_plugin_that_is_off_leaves_nothing(row: TargetGroup, groups: Findable) -> None:
    findables.unregister(KIND)
    try:
        assert forget_strangers() == {KIND: 1} and forget_strangers() == {}
    finally:
        findables.register(groups)


def test_a_word_is_kept_while_a_document_has_it(row: TargetGroup, groups: Findable) -> None:
    word = SearchWord.objects.filter(word="kanariefolk")
    assert forget_words() == 0 and word.exists()
    TargetGroup.objects.filter(pk=row.pk).update(name="Sparvfolk")
    write_documents(groups, [row.pk])
    assert forget_words() >= 1 and not word.exists()
