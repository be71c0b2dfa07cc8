"""Guides on the dashboard: those whose day has come, for who keeps them true."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from cms import clock
from knowledge_hub.models import GuidePage, KnowledgeHubPage
from tests import factories

HOME = reverse("wagtailadmin_home")


@pytest.fixture
def hub(installed: Any, site_tree: Any) -> Any:
    return KnowledgeHubPage.objects.get(locale=site_tree.swedish)


def guide(hub: Any, title: str, days: int | None, **fields: Any) -> GuidePage:
    review = clock.today() + timedelta(days=days) if days is not None else None
    page = GuidePage(title=title, slug=title.lower().replace(" ", "-"), stage="plan", locale=hub.locale, review_on=review, **fields)
    return KnowledgeHubPage.objects.get(pk=hub.pk).add_child(instance=page)


def test_guides_that_are_due_stand_on_the_dashboard_of_who_keeps_them(hub: Any, dag: Any, bo: Any, client_of: Any) -> None:
    guide(hub, "Planera dialogen", -1, owner_person=dag)
    guide(hub, "Bjud in", 10, owner_person=dag)
    guide(hub, "Avsluta", 90, owner_person=dag)
    page = client_of(dag).get(HOME).content.decode()
    assert "Guider att se över" in page and "Planera dialogen" in page and "den dagen har kommit" in page and "Bjud in" in page
    assert "Avsluta" not in page
    assert "Planera dialogen" not in client_of(bo).get(HOME).content.decode()


def test_who_edits_the_hub_sees_all_with_the_way_to_edit(hub: Any, client_of: Any) -> None:
    editor = factories.UserFactory(staff=True)
    factories.editors_of(hub, editor)
    page = guide(hub, "Planera dialogen", -1)
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in client_of(editor).get(HOME).content.decode()


def test_nothing_due_is_said(hub: Any, dag: Any, client_of: Any) -> None:
    guide(hub, "Avsluta", None, owner_person=dag)
    assert "Ingen guide behöver ses över" in client_of(dag).get(HOME).content.decode()
