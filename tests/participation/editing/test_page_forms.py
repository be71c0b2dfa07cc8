"""Every admin page of every page type answers an editor of one administration."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from participation.models import DialoguePage
from tests import factories
from tests.participation.editing.forms import form_of, send

pytestmark = pytest.mark.django_db

As = Callable[[Any], Client]

MAKE: dict[str, Callable[[], Any]] = {
    "section": lambda: factories.site_tree().section,
    "draft": lambda: factories.DialogueFactory(draft=True),
    "bare draft": lambda: factories.DialogueFactory(
        draft=True, phases=[], question="", level="", body=None, feedback_due_on=None, feedback_responsible=None
    ),
    "open": lambda: factories.DialogueFactory(open=True),
    "answered": lambda: factories.DialogueFactory(answered=True),
    "record": lambda: factories.DialogueFactory(record=True),
    "cancelled": lambda: factories.DialogueFactory(cancelled=True),
    "outcome": lambda: factories.OutcomeFactory(dialogue=factories.ThemeFactory().dialogue),
    "outcome draft": lambda: factories.OutcomeFactory(draft=True),
    "follow-up": factories.FollowUpFactory,
    "follow-up draft": lambda: factories.FollowUpFactory(draft=True, statuses=[]),
}

VIEWS = ("edit", "history", "view_draft", "workflow_history", "usage", "copy", "move", "unpublish", "delete", "set_privacy")


@pytest.fixture
def editor(client_of: As, dag: Any) -> Client:
    return client_of(dag)


@pytest.mark.parametrize("kind", MAKE)
def test_every_view_of_a_page_answers(editor: Client, kind: str) -> None:
    page = MAKE[kind]()
    if kind != "section":
        assert send(editor, page).status_code == 302

    for view in VIEWS:
        response = editor.get(reverse(f"wagtailadmin_pages:{view}", args=[page.pk]))
        assert response.status_code in (200, 302), view
    assert editor.get(reverse("wagtailadmin_explore", args=[page.pk])).status_code == 200


@pytest.mark.parametrize("kind", [kind for kind in MAKE if kind != "section"])
def test_a_page_can_be_previewed(editor: Client, kind: str) -> None:
    page = MAKE[kind]()
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    data = form_of(editor, reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert editor.post(url, data).json() == {"is_valid": True, "is_available": True}
    response = editor.get(url)
    assert response.status_code == 200
    heading = getattr(page, "question", "") or page.title
    assert heading in response.content.decode()


@pytest.mark.parametrize("model", ["outcomepage", "followuppage"])
def test_a_page_that_is_not_stored_can_be_previewed(editor: Client, model: str) -> None:
    dialogue = factories.DialogueFactory(closed=True)
    url = reverse("wagtailadmin_pages:preview_on_add", args=["participation", model, dialogue.pk])
    data = form_of(editor, reverse("wagtailadmin_pages:add", args=["participation", model, dialogue.pk]))
    data["title"] = "Så blev det"

    assert editor.post(url, data).json()["is_valid"]
    assert editor.get(url).status_code == 200


@pytest.mark.parametrize("kind", ["open", "outcome", "follow-up"])
def test_versions_can_be_compared_and_taken_back(editor: Client, kind: str) -> None:
    page = MAKE[kind]()
    send(editor, page, title="Ett namn")
    send(editor, page, title="Ett annat namn")
    first, second = page.revisions.order_by("pk")
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, second.pk])
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])

    assert "annat" in editor.get(compare).content.decode()
    assert form_of(editor, revert)["title"] == "Ett namn"


def test_a_section_chooses_its_administration(client_of: As, site_tree: Any) -> None:
    admin = client_of(factories.UserFactory(admin=True))
    administration = factories.AdministrationFactory(name="Socialförvaltningen")
    url = reverse("wagtailadmin_pages:add", args=["participation", "administrationsectionpage", site_tree.index.pk])
    data = form_of(admin, url)
    data.update({"title": "Socialförvaltningen", "slug": "social", "administration": administration.pk, "action-publish": "1"})
    assert admin.post(url, dict(data.lists())).status_code == 302

    assert administration.sections.get().live


def test_rights_of_a_method_that_is_off_are_kept(editor: Client) -> None:
    page = factories.DialogueFactory(draft=True, phases=[("A", 0, 9, ["comments.comment", "walk.walk"])])
    send(editor, page, **{"phases-0-rights": ["comments.support"]})

    assert DialoguePage.objects.get(pk=page.pk).phases.get().rights == ["comments.support", "walk.walk"]


def test_a_dialogue_offers_what_can_be_chosen_and_what_was(editor: Client, dag: Any) -> None:
    page = factories.DialogueFactory(draft=True)
    kept, gone = page.places.get(), factories.PlaceFactory(is_active=False)
    kept.is_active = False
    kept.save()
    citizen = factories.UserFactory()
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]

    assert kept in form.fields["places"].queryset and gone not in form.fields["places"].queryset
    responsible = form.fields["feedback_responsible"]
    assert dag in responsible.queryset and citizen not in responsible.queryset
    assert responsible.label_from_instance(dag) == "Redaktör (Dag)"


def test_topics_are_ticked_and_merged_ones_follow(editor: Client) -> None:
    from cms.organisation.actions import merge_topics

    old, new, third = factories.TopicFactory.create_batch(3)
    page = factories.DialogueFactory(draft=True)
    page.topics.set([old])
    page.save()
    send(editor, page, topics=[old.pk, new.pk])
    merge_topics(old, new)

    assert [topic.pk for topic in page.get_latest_revision_as_object().topics.all()] == [new.pk]
    response = send(editor, page, "publish", topics=[new.pk, third.pk])
    assert response.status_code == 302
    assert set(DialoguePage.objects.get(pk=page.pk).topics.all()) == {new, third}


def test_diary_numbers_are_stored_in_one_form(editor: Client) -> None:
    page = factories.DialogueFactory(draft=True)
    send(editor, page, **{"mandate_steps-0-diary_number": "Diarienr: KS2022/206."})
    assert DialoguePage.objects.get(pk=page.pk).mandate_steps.get().diary_number == "KS 2022/206"

    response = send(editor, page, **{"mandate_steps-0-diary_number": "inget nummer"})
    assert response.status_code == 200
    assert "inget nummer" in response.content.decode()


def test_an_outcome_offers_only_themes_of_its_dialogue(editor: Client) -> None:
    theme, stranger = factories.ThemeFactory(), factories.ThemeFactory()
    outcome = factories.OutcomeFactory(dialogue=theme.dialogue)
    formset = editor.get(reverse("wagtailadmin_pages:edit", args=[outcome.pk])).context["form"].formsets["items"]

    for form in (*formset.forms, formset.empty_form):
        assert theme in form.fields["theme"].queryset and stranger not in form.fields["theme"].queryset
