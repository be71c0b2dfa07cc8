"""A translation goes with its original and comes back with it, in the words that were public."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from cms import clock
from cms.models import TakenAlong
from tests.factories import DialogueFactory, TreeFactory, day, locale, translated

pytestmark = pytest.mark.django_db


class PlainPageFactory(TreeFactory):
    class Meta:
        model = Page


@pytest.fixture
def page(site_tree: Any) -> Any:
    page = PlainPageFactory(parent=site_tree.front, title="Om oss", slug="om-oss")
    page.save_revision().publish()
    return page


@pytest.fixture
def english(page: Any) -> Any:
    copy = translated(page, title="About us")
    copy.save_revision().publish()
    return copy


def fresh(page: Any) -> Any:
    return Page.objects.get(pk=page.pk)


def away(page: Any) -> None:
    fresh(page).unpublish()


def back(page: Any) -> None:
    fresh(page).save_revision().publish()


def test_what_went_with_a_page_comes_back_with_it(page: Any, english: Any) -> None:
    away(page)
    assert not fresh(english).live
    back(page)
    assert fresh(english).live and fresh(english).title == "About us" and not TakenAlong.objects.exists()


def test_what_was_unpublished_on_its_own_stays_away(page: Any, english: Any) -> None:
    away(english)
    away(page)
    back(page)
    assert not fresh(english).live


def test_the_words_that_were_public_come_back_and_the_newer_draft_stays_one(page: Any, english: Any) -> None:
    away(page)
    draft = fresh(english)
    draft.title = "Not approved yet"
    draft.save_revision()
    back(page)
    assert fresh(english).title == "About us" and fresh(english).has_unpublished_changes
    assert fresh(english).get_latest_revision_as_object().title == "Not approved yet"


def test_what_was_published_by_itself_meanwhile_has_its_own_way_again(page: Any, english: Any) -> None:
    away(page)
    back(english)
    away(english)
    back(page)
    assert not fresh(english).live


def test_a_translation_without_a_revision_comes_back_too(page: Any) -> None:
    copy = translated(page, title="About us")
    away(page)
    back(page)
    assert fresh(copy).live and fresh(copy).title == "About us"


def test_what_expires_and_goes_live_again_by_the_clock(page: Any, site_tree: Any) -> None:
    page.expire_at = clock.now() - timedelta(minutes=1)
    page.save()
    copy = translated(page)
    assert fresh(copy).expire_at is None
    call_command("publish_scheduled", verbosity=0)
    assert not fresh(page).live and not fresh(copy).live
    again = fresh(page)
    again.expire_at, again.go_live_at = None, clock.now() + timedelta(hours=1)
    again.save_revision().publish()
    assert not fresh(copy).live  # scheduled is not yet back
    due = clock.now() - timedelta(minutes=1)
    scheduled = fresh(page).get_latest_revision()
    scheduled.content["go_live_at"] = due.isoformat()
    scheduled.approved_go_live_at = due
    scheduled.save()
    call_command("publish_scheduled", verbosity=0)
    assert fresh(page).live and fresh(copy).live


def test_descendants_come_back_each_with_its_own_original(page: Any, english: Any, cecilia: Any) -> None:
    below = PlainPageFactory(parent=page, title="Under", slug="under")
    english_below = translated(below)
    fresh(page).unpublish(user=cecilia)
    back(page)
    UnpublishPageAction(fresh(page), user=cecilia, include_descendants=True).execute()
    assert not fresh(english_below).live and not fresh(english).live
    back(page)
    assert fresh(english).live and not fresh(english_below).live
    back(below)
    assert fresh(english_below).live


def test_what_cannot_come_back_is_told_and_stops_nothing(page: Any, english: Any, cecilia: Any, client_of: Any) -> None:
    away(page)
    slug, parent = fresh(english).slug, fresh(english).get_parent()
    Page.objects.filter(pk=english.pk).update(slug="elsewhere")
    PlainPageFactory(parent=parent, title="Taken", slug=slug, locale=locale("en"))
    client = client_of(cecilia)
    published = client.post(
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}", {"next": "/admin/"}, follow=True
    )
    assert fresh(page).live and not fresh(english).live
    assert "är inte publik igen" in published.content.decode()


def test_the_editor_is_told_what_goes_along_and_what_comes_back(page: Any, english: Any, cecilia: Any, client_of: Any) -> None:
    client = client_of(cecilia)
    words = client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), follow=True).content.decode()
    assert "”About us” (" in words and "är också avpublicerad" in words
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
    assert "är publik igen" in client.post(address, {"next": "/admin/"}, follow=True).content.decode()


def test_the_gate_of_a_translation_holds_when_it_comes_back(site_tree: Any) -> None:
    dialogue = DialogueFactory(first_published_at=day(-9))
    copy = translated(dialogue)
    copy.save_revision().publish()
    assert fresh(copy).live
    away(dialogue)
    assert not fresh(copy).live
    dialogue.refresh_from_db()
    dialogue.save_revision().publish()
    assert fresh(copy).live


def test_a_page_deleted_by_a_program_leaves_nothing_to_come_back_with(page: Any, english: Any) -> None:
    page.delete()
    assert not TakenAlong.objects.exists()


def test_a_deleted_page_takes_its_translations_with_it(page: Any, english: Any, client_of: Any, cecilia: Any) -> None:
    cecilia.is_superuser = True
    cecilia.save()
    client = client_of(cecilia)
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    assert "1 översättning" in client.get(address).content.decode()
    client.post(address)
    assert not Page.objects.filter(pk__in=[page.pk, english.pk]).exists()


def test_many_deleted_at_once_take_theirs_too(page: Any, english: Any, client_of: Any, cecilia: Any) -> None:
    cecilia.is_superuser = True
    cecilia.save()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={page.pk}"
    client_of(cecilia).post(address, {"next": "/admin/"})
    assert not Page.objects.filter(pk__in=[page.pk, english.pk]).exists()


def test_a_deleted_translation_leaves_its_original(page: Any, english: Any, client_of: Any, cecilia: Any) -> None:
    cecilia.is_superuser = True
    cecilia.save()
    client_of(cecilia).post(reverse("wagtailadmin_pages:delete", args=[english.pk]))
    assert fresh(page).live
