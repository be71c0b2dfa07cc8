"""Who keeps a guide true confirms it, without rights to edit the hub."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from cms import clock
from cms.refusals import ActionRefused
from knowledge_hub.confirming import UNTIL_NEXT, confirm_guide, may_confirm
from knowledge_hub.models import GuidePage, KnowledgeHubPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(site_tree: Any) -> Any:
    return factories.UserFactory(staff=True)


@pytest.fixture
def guide(hub: Any, keeper: Any) -> GuidePage:
    page = GuidePage(title="Bjud in", slug="bjud-in", stage="plan", locale=hub.locale, review_on=clock.today(), owner_person=keeper)
    return KnowledgeHubPage.objects.get(pk=hub.pk).add_child(instance=page)


def test_the_keeper_confirms_it_where_it_stands(guide: GuidePage, keeper: Any, client_of: Any) -> None:
    client, url = client_of(keeper), reverse("knowledge_hub:confirm", args=[guide.pk])
    assert url in client.get(guide.get_url()).content.decode()

    response = client.post(url, follow=True)

    assert "bekräftad" in response.content.decode()
    assert GuidePage.objects.get().review_on == clock.today() + UNTIL_NEXT


def test_a_draft_keeps_the_new_day(guide: GuidePage, keeper: Any) -> None:
    guide.title = "Bjud in alla"
    guide.save_revision()
    day = confirm_guide(GuidePage.objects.get(), keeper)

    draft = GuidePage.objects.get().get_latest_revision_as_object()
    assert (draft.title, draft.review_on) == ("Bjud in alla", day) and GuidePage.objects.get().title == "Bjud in"


def test_others_do_not(guide: GuidePage, keeper: Any, astrid: Any, client_of: Any) -> None:
    colleague, url = factories.UserFactory(staff=True), reverse("knowledge_hub:confirm", args=[guide.pk])
    assert url not in client_of(colleague).get(guide.get_url()).content.decode()
    with pytest.raises(ActionRefused):
        confirm_guide(guide, colleague)
    client_of(colleague).post(url)
    assert client_of(astrid).post(url).status_code == 404
    assert GuidePage.objects.get().review_on == clock.today()

    keeper.groups.clear()
    assert not may_confirm(type(keeper).objects.get(pk=keeper.pk), guide), "who left does not confirm any more"


def test_those_who_edit_the_hub_confirm_too(guide: GuidePage, hub: Any) -> None:
    editor = factories.UserFactory(staff=True)
    factories.editors_of(hub, editor)

    assert confirm_guide(guide, editor) > clock.today() + timedelta(days=300)
