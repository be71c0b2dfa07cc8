"""What is public is not deleted, moved or copied away; each refusal is a sentence."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from participation.models import DialoguePage, OutcomePage
from tests import factories

pytestmark = pytest.mark.django_db

As = Callable[[Any], Client]


@pytest.fixture
def admin(client_of: As, site_tree: Any) -> Client:
    return client_of(factories.UserFactory(admin=True))


@pytest.fixture
def dialogue() -> Any:
    page = factories.DialogueFactory(closed=True)
    factories.ContributionFactory.create_batch(3, dialogue=page)
    factories.ThemeFactory(dialogue=page)
    return page


def delete(client: Client, page: Page) -> Any:
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), {"wagtail_site_name": "Gensvar"}, follow=True)


def test_a_page_with_contributions_is_kept_with_a_sentence(admin: Client, dialogue: Any, site_tree: Any) -> None:
    for page in (dialogue, site_tree.section, site_tree.index, site_tree.front):
        response = delete(admin, page)

        assert response.status_code == 200
        assert _("%d contributions") % 3 in response.content.decode()
        assert Page.objects.filter(pk=page.pk).exists()


def test_the_question_is_not_even_asked(admin: Client, dialogue: Any, site_tree: Any) -> None:
    response = admin.get(reverse("wagtailadmin_pages:delete", args=[dialogue.pk]))

    assert response.url == reverse("wagtailadmin_explore", args=[site_tree.section.pk])


def test_many_at_once_are_kept_too(admin: Client, dialogue: Any) -> None:
    other = factories.DialogueFactory()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    response = admin.post(f"{url}?id={other.pk}&id={dialogue.pk}", {"wagtail_site_name": "Gensvar"}, follow=True)

    assert response.status_code == 200
    assert _("%d contributions") % 3 in response.content.decode()
    assert DialoguePage.objects.count() == 2


def test_an_empty_dialogue_can_be_deleted(admin: Client) -> None:
    page = factories.DialogueFactory()
    delete(admin, page)

    assert not DialoguePage.objects.filter(pk=page.pk).exists()


def test_a_translation_can_be_deleted(admin: Client, dialogue: Any) -> None:
    translation = factories.translated(dialogue)
    delete(admin, translation)

    assert list(DialoguePage.objects.all()) == [dialogue]


def test_an_answer_that_was_published_is_kept(admin: Client) -> None:
    outcome = factories.OutcomeFactory(draft=True)
    published = factories.OutcomeFactory(first_published_at="2026-01-01T00:00Z")
    for page in (outcome, published):
        assert delete(admin, page).status_code == 200

    assert list(OutcomePage.objects.all()) == [published]


def test_an_answer_stays_below_its_dialogue(admin: Client) -> None:
    outcome, other = factories.OutcomeFactory(), factories.DialogueFactory()
    admin.post(reverse("wagtailadmin_pages:move_confirm", args=[outcome.pk, other.pk]))
    assert OutcomePage.objects.get(pk=outcome.pk).get_parent().pk == outcome.get_parent().pk

    response = admin.get(reverse("wagtailadmin_pages:copy", args=[outcome.pk]), follow=True)
    assert response.status_code == 200 and OutcomePage.objects.count() == 1


def test_a_section_with_dialogues_is_not_copied(admin: Client, dialogue: Any, site_tree: Any) -> None:
    response = admin.get(reverse("wagtailadmin_pages:copy", args=[site_tree.section.pk]), follow=True)

    assert response.status_code == 200
    assert _("A section with dialogues is not copied. Start new dialogues instead.") in response.content.decode()
