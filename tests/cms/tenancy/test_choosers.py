"""What may be chosen as a link, an image or a file: one's own, and what is published."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from wagtail.models import Collection, GroupCollectionPermission, Page

from cms.media.models import SiteDocument
from cms.refusals import ActionRefused
from cms.tenancy.choosers import may_choose, only_known, references_of, refuse_foreign, usable_files
from tests.cms.organisation.files import document_file
from tests.factories import UserFactory


@pytest.fixture
def documents(dag: Any) -> list[SiteDocument]:
    """A document of a collection that is open to Dag, and one of another."""
    mine, other = (Collection.get_first_root_node().add_child(name=name) for name in ("Våra filer", "Andras filer"))
    permission = Permission.objects.get(content_type__app_label="cms_media", codename="choose_document")
    GroupCollectionPermission.objects.create(group=dag.groups.first(), collection=mine, permission=permission)
    return [SiteDocument.objects.create(title=of.name, collection=of, file=document_file()) for of in (mine, other)]


def test_the_chooser_of_pages_leaves_drafts_of_others_out(rf: Any, dag: Any, own_draft: Any, foreign_draft: Any, foreign_page: Any) -> None:
    request = rf.get("/admin/choose-page/")
    request.user = dag
    offered = set(only_known(Page.objects.all(), request).values_list("pk", flat=True))
    assert {own_draft.pk, foreign_page.pk} <= offered
    assert foreign_draft.pk not in offered


def test_a_link_in_a_text_is_a_reference(own_draft: Any, foreign_draft: Any) -> None:
    own_draft.background = f'<p><a linktype="page" id="{foreign_draft.pk}">Planen</a></p>'
    assert (Page, str(foreign_draft.pk)) in references_of(own_draft)


def test_a_draft_of_others_is_refused_and_what_is_published_is_not(dag: Any, own_draft: Any, foreign_draft: Any, foreign_page: Any) -> None:
    refuse_foreign([(Page, str(own_draft.pk)), (Page, str(foreign_page.pk))], dag)
    with pytest.raises(ActionRefused):
        refuse_foreign([(Page, str(own_draft.pk)), (Page, str(foreign_draft.pk))], dag)


def test_files_of_closed_collections_are_not_used(dag: Any, documents: list[SiteDocument]) -> None:
    mine, other = documents
    assert list(usable_files(SiteDocument, dag)) == [mine]
    assert may_choose(SiteDocument, str(mine.pk), dag)
    assert not may_choose(SiteDocument, str(other.pk), dag)
    assert may_choose(SiteDocument, str(other.pk), UserFactory(admin=True))
