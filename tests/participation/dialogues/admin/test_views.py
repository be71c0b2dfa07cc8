"""The form that starts a dialogue, and the ways that lead to it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from participation.models import DialoguePage
from tests import factories
from tests.participation.editing.forms import edit_url

pytestmark = pytest.mark.django_db


As = Callable[[Any], Client]


NEW = "/admin/dialogues/new/"


def test_the_view_leads_to_the_editor(client_of: As, dag: Any, site_tree: Any) -> None:
    client = client_of(dag)
    assert client.get(NEW).status_code == 200

    data = {"section": site_tree.section.pk, "start": "question", "title": "Ny lekplats i Alstad", "first_day": "2026-03-23"}
    response = client.post(NEW, data)

    page = DialoguePage.objects.get(title="Ny lekplats i Alstad")
    assert response.url == edit_url(page)
    assert client.get(response.url).status_code == 200


def test_the_view_offers_only_open_sections_and_says_what_is_missing(client_of: As, dag: Any, site_tree: Any) -> None:
    other = factories.SectionFactory()
    response = client_of(dag).post(NEW, {"section": other.pk, "start": "copy", "title": "X", "first_day": "fel"})

    assert set(response.context["form"].errors) == {"section", "source", "first_day"}
    assert not DialoguePage.objects.exists()


def test_somebody_without_a_section_is_told_so(client_of: As, astrid: Any) -> None:
    assert client_of(astrid).get(NEW).status_code == 302


def test_wagtails_own_ways_lead_to_it(client_of: As, dag: Any, site_tree: Any) -> None:
    client, page = client_of(dag), factories.DialogueFactory()
    add = client.get(reverse("wagtailadmin_pages:add", args=["participation", "dialoguepage", site_tree.section.pk]))
    copy = client.get(reverse("wagtailadmin_pages:copy", args=[page.pk]))

    assert add.url == f"{NEW}?section={site_tree.section.pk}"
    assert copy.url == f"{NEW}?section={site_tree.section.pk}&start=copy&source={page.pk}"
    assert client.get(copy.url).context["form"]["source"].value() == str(page.pk)


def test_a_dialogue_is_not_started_in_a_translation(client_of: As, dag: Any, site_tree: Any) -> None:
    english = factories.translated(site_tree.section)
    factories.editors_of(site_tree.section, dag)
    client = client_of(dag)
    response = client.get(reverse("wagtailadmin_pages:add", args=["participation", "dialoguepage", english.pk]))

    assert response.url == reverse("wagtailadmin_explore", args=[english.pk])
