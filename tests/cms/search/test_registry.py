"""What a plugin declares to be found: a findable of its own, with a facet of its own."""

import pytest

from cms.organisation.models import TargetGroup
from cms.search.models import SearchDocument
from cms.search.registry import findables
from cms.search.writing import write_documents
from tests.factories import TargetGroupFactory
from tests.search_tools import ask, titles

pytestmark = pytest.mark.django_db


def test_it_is_found_shown_and_narrowed(client, groups):
    rows = [TargetGroupFactory(name="Barn", slug="barn"), TargetGroupFactory(name="Äldre", slug="aldre")]
    write_documents(groups, [row.pk for row in rows])
    assert titles("lätt svenska", filters={"letters": frozenset({"4"})}) == ["Barn"]
    assert ask("lätt svenska").answer.facets["letters"] == {"4": 1, "5": 1}
    page = client.get("/sok/?q=svenska&letters=4").content.decode()
    assert "/grupp/barn/" in page
    assert "/grupp/aldre/" not in page


def test_what_may_not_be_seen_is_asked_about_again(groups):
    row = TargetGroupFactory(name="Barn", slug="barn")
    write_documents(groups, [row.pk])
    TargetGroup.objects.filter(pk=row.pk).update(is_active=False)
    assert titles("barn") == []


def test_a_switched_off_plugin_leaves_nothing_to_find(groups):
    write_documents(groups, [TargetGroupFactory(name="Barn", slug="barn").pk])
    findables.unregister(groups.name)
    try:
        assert titles("barn") == []
        assert SearchDocument.objects.filter(kind="test.groups").exists()
    finally:
        findables.register(groups)
